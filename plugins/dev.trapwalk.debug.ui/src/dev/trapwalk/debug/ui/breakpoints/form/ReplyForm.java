package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Whether a reply capability is created or consumed. */
final class ReplyForm extends LocationForm {

    private Button created;
    private Button consumed;

    @Override
    public void create(Composite page) {
        created = button(page, Messages.created);
        consumed = button(page, Messages.consumed);
    }

    private Button button(Composite page, String text) {
        Button button = new Button(page, SWT.CHECK);
        button.setText(text);
        button.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> changed());
        return button;
    }

    @Override
    public void show(Location location) {
        created.setSelection(((Location.ReplyCapability) location).created());
        consumed.setSelection(((Location.ReplyCapability) location).consumed());
    }

    @Override
    public Optional<Location> location() {
        return problem().isEmpty()
                ? Optional.of(new Location.ReplyCapability(created.getSelection(), consumed.getSelection()))
                : Optional.empty();
    }

    @Override
    public String problem() {
        return created.getSelection() || consumed.getSelection() ? "" : Messages.neither; //$NON-NLS-1$
    }
}
