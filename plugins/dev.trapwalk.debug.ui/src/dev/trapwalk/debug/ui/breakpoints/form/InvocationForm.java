package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;

/** Which invocation, and on what type of capability. */
final class InvocationForm extends LocationForm {

    private Choice label;
    private Choice capType;

    @Override
    public void create(Composite page) {
        label = Choice.ofSome(page, Messages.label, this::changed);
        label.offer(Stream.of(InvocationLabel.values()).filter(each -> each != InvocationLabel.INVALID_INVOCATION)
                .map(InvocationLabel::label).sorted().toList(), text -> text);
        capType = Choice.ofSome(page, Messages.capType, this::changed);
        capType.offer(Stream.of(CapType.values()).filter(type -> type != CapType.INVALID).map(CapType::label)
                .sorted().toList(), text -> text);
    }

    @Override
    public void show(Location location) {
        label.setValue(((Location.AtInvocation) location).label());
        capType.setValue(((Location.AtInvocation) location).capType());
    }

    @Override
    public Optional<Location> location() {
        return Optional.of(new Location.AtInvocation(label.value(), capType.value()));
    }
}
