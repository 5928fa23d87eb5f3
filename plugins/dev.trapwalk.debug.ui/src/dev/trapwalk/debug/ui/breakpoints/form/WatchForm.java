package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What is watched, and which access to it counts. What two inputs ask for depends on what is watched. */
final class WatchForm extends LocationForm {

    private final Map<Access, Button> accesses = new EnumMap<>(Access.class);
    private Choice what;
    private Choice first;
    private Choice second;
    private ObjectTable objects = new ObjectTable(List.of());
    private boolean filling;

    @Override
    public void create(Composite page) {
        what = Choice.oneOf(page, Messages.watched, this::anotherWhat);
        first = Choice.required(page, "", this::anotherFirst); //$NON-NLS-1$
        second = Choice.required(page, "", this::changed); //$NON-NLS-1$
        new Label(page, SWT.NONE).setText(Messages.access);
        Composite row = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        RowLayoutFactory.fillDefaults().spacing(12).applyTo(row);
        for (Access access : List.of(Access.CHANGE, Access.WRITE, Access.READ, Access.READ_OR_WRITE)) {
            Button button = new Button(row, SWT.RADIO);
            button.setText(Messages.access(access));
            button.setSelection(access == Access.CHANGE);
            button.addListener(SWT.Selection, event -> changed());
            accesses.put(access, button);
        }
        filling = true;
        what.offer(Stream.of(Watchable.values()).map(Watchable::name).toList(),
                name -> Watchable.valueOf(name).text());
        what.setValue(Watchable.SLOT.name());
        filling = false;
        ask();
    }

    private Watchable watchable() {
        return Stream.of(Watchable.values()).filter(each -> each.name().equals(what.value())).findFirst()
                .orElse(Watchable.SLOT);
    }

    private void anotherWhat() {
        if (!filling) {
            first.setValue(""); //$NON-NLS-1$
            second.setValue(""); //$NON-NLS-1$
            ask();
            changed();
        }
    }

    private void anotherFirst() {
        if (!filling) {
            second.offer(watchable().secondValues(objects, first.value()), watchable()::secondText);
            changed();
        }
    }

    private void ask() {
        filling = true;
        Watchable watched = watchable();
        first.rename(watched.first());
        first.offer(watched.firstValues(objects), text -> text);
        second.rename(watched.second());
        second.setVisible(!watched.second().isEmpty());
        second.offer(watched.secondValues(objects, first.value()), watched::secondText);
        filling = false;
    }

    @Override
    public void offer(ObjectTable names) {
        objects = names;
        ask();
    }

    @Override
    public void show(Location location) {
        Location.Watch watch = (Location.Watch) location;
        filling = true;
        Watchable watched = Watchable.of(watch.target());
        what.setValue(watched.name());
        first.setValue(watched.firstOf(watch.target()));
        second.setValue(watched.secondOf(watch.target()));
        accesses.forEach((access, button) -> button.setSelection(access == watch.access()));
        filling = false;
        ask();
    }

    @Override
    public Optional<Location> location() {
        Access access = accesses.entrySet().stream().filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey).findFirst().orElse(Access.CHANGE);
        Optional<WatchTarget> target = watchable().target(first.value(), second.value());
        return target.map(watched -> new Location.Watch(watched, access));
    }

    @Override
    public String problem() {
        return location().isPresent() ? "" : watchable().missing(); //$NON-NLS-1$
    }
}
