package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** An expectation of any program: there is nothing to choose. */
final class ExpectationForm extends LocationForm {

    @Override
    public void create(Composite page) {
        // The description of the kind says all.
    }

    @Override
    public void show(Location location) {
        // All expectations are alike.
    }

    @Override
    public Optional<Location> location() {
        return Optional.of(new Location.ExpectationFailed());
    }
}
