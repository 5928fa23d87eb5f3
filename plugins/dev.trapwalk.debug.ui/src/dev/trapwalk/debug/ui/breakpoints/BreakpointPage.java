package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.BreakpointState;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.breakpoints.form.LocationForm;
import dev.trapwalk.debug.ui.breakpoints.form.ObjectNames;
import dev.trapwalk.debug.ui.breakpoints.form.WhenForm;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.PropertyPage;

/** Where a breakpoint looks, when it counts and what it does then, and what became of it in the session under way. */
public final class BreakpointPage extends PropertyPage {

    private LocationForm place;
    private WhenForm when;
    private Button enabled;

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(page);
        Label label = new Label(page, SWT.WRAP);
        label.setText(Messages.bind(Messages.placeAndState, breakpoint().placeText(), state()));
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(label);
        enabled = new Button(page, SWT.CHECK);
        enabled.setText(Messages.enabled);
        try {
            enabled.setSelection(breakpoint().isEnabled());
        } catch (CoreException deleted) {
            setErrorMessage(deleted.getStatus().getMessage());
        }
        createPlace(page);
        when = new WhenForm(this::check);
        Composite group = group(page, Messages.groupWhen, false);
        when.create(group);
        when.show(breakpoint());
        ObjectNames.offer(page, names -> {
            when.offer(names);
            if (place != null) {
                place.offer(names);
            }
            check();
        });
        check();
        return page;
    }

    private void createPlace(Composite page) {
        if (breakpoint() instanceof KernelBreakpoint kernel && kernel.location().isPresent()) {
            place = LocationForm.of(kernel.kind());
            Composite group = group(page, KindText.name(kernel.kind()), true);
            place.create(group);
            place.show(kernel.location().get());
            place.onChange(this::check);
        }
    }

    private static Composite group(Composite page, String title, boolean grabVertically) {
        Group group = new Group(page, SWT.NONE);
        group.setText(title);
        GridDataFactory.fillDefaults().grab(true, grabVertically).applyTo(group);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        return group;
    }

    private String state() {
        return BreakpointState.of(breakpoint()).map(state -> state.verified()
                ? Messages.bind(Messages.stateVerified, state.hits())
                : Messages.bind(Messages.stateNotVerified, state.problem())).orElse(Messages.stateNoSession);
    }

    private Optional<Location> location() {
        return place != null ? place.location() : Optional.empty();
    }

    private void check() {
        if (when == null) {
            return;
        }
        when.lookAt(location());
        String problem = place != null && location().isEmpty() ? place.problem() : when.problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        setValid(problem.isEmpty());
        String doubt = when.doubt();
        setMessage(doubt.isEmpty() ? null : doubt, doubt.isEmpty() ? IMessageProvider.NONE : IMessageProvider.WARNING);
    }

    private WalkBreakpoint breakpoint() {
        return (WalkBreakpoint) getElement();
    }

    @Override
    public boolean performOk() {
        try {
            if (breakpoint() instanceof KernelBreakpoint kernel && location().isPresent()
                    && !location().equals(kernel.location())) {
                kernel.moveTo(location().get());
            }
            when.apply(breakpoint());
            breakpoint().setEnabled(enabled.getSelection());
            return true;
        } catch (CoreException failed) {
            setErrorMessage(failed.getStatus().getMessage());
            return false;
        }
    }
}
