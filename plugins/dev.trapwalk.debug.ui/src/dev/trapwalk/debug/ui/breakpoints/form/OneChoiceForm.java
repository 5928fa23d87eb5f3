package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.LocationPoints;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;

/** A kind of breakpoint that has one value, or any: an error, a fault, a check, a thread. */
final class OneChoiceForm extends LocationForm {

    private final String label;
    private final List<String> values;
    private final UnaryOperator<String> texts;
    private final Function<String, Location> make;
    private final Function<Location, String> read;
    private final boolean threads;
    private Choice choice;

    private OneChoiceForm(String label, List<String> values, UnaryOperator<String> texts,
            Function<String, Location> make, Function<Location, String> read, boolean threads) {
        this.label = label;
        this.values = values;
        this.texts = texts;
        this.make = make;
        this.read = read;
        this.threads = threads;
    }

    static LocationForm error() {
        List<String> codes = Stream.of(SyscallError.values()).filter(code -> code != SyscallError.NO_ERROR)
                .map(SyscallError::label).toList();
        return new OneChoiceForm(Messages.error, codes,
                code -> Messages.bind(Messages.numbered, code, codes.indexOf(code) + 1), Location.AtError::new,
                location -> ((Location.AtError) location).error(), false);
    }

    static LocationForm fault() {
        return new OneChoiceForm(Messages.fault, Location.AtFault.KINDS, UnaryOperator.identity(),
                Location.AtFault::new, location -> ((Location.AtFault) location).kind(), false);
    }

    static LocationForm fastpathLeft() {
        List<String> checks = LocationPoints.fastpathChecks().map(KernelPoint::name).distinct().toList();
        return new OneChoiceForm(Messages.check, checks, OneChoiceForm::checkText, Location.FastpathLeft::new,
                location -> ((Location.FastpathLeft) location).check(), false);
    }

    static LocationForm threadSwitch() {
        return new OneChoiceForm(Messages.thread, List.of(), UnaryOperator.identity(), Location.ThreadSwitch::new,
                location -> ((Location.ThreadSwitch) location).thread(), true);
    }

    private static String checkText(String check) {
        return LocationPoints.fastpathChecks().filter(point -> point.name().equals(check)).findFirst()
                .map(point -> Messages.bind(Messages.checkWithText, check, point.text())).orElse(check);
    }

    @Override
    public void create(Composite page) {
        choice = threads ? Choice.ofAny(page, label, this::changed) : Choice.ofSome(page, label, this::changed);
        choice.offer(values, texts);
    }

    @Override
    public void offer(ObjectTable objects) {
        if (threads) {
            choice.offer(objects.threads().stream().map(NamedObject::name).toList(), texts);
        }
    }

    @Override
    public void show(Location location) {
        choice.setValue(read.apply(location));
    }

    @Override
    public Optional<Location> location() {
        return Optional.of(make.apply(choice.value()));
    }
}
