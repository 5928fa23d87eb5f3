package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PropertyPage;

/** When a breakpoint counts and what it does then: condition, hits, threads, log message. */
public final class BreakpointPage extends PropertyPage {

    private final Map<String, Text> fields = new LinkedHashMap<>();
    private Button enabled;

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(page);
        Label place = new Label(page, SWT.NONE);
        place.setText(breakpoint().placeText());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(place);
        enabled = new Button(page, SWT.CHECK);
        enabled.setText(Messages.enabled);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(enabled);
        addField(page, WalkBreakpoint.CONDITION, Messages.condition, Messages.conditionHint);
        addField(page, WalkBreakpoint.HIT_COUNT, Messages.hitCount, Messages.hitCountHint);
        addField(page, WalkBreakpoint.THREADS, Messages.threads, Messages.threadsHint);
        addField(page, WalkBreakpoint.IGNORE_WHILE, Messages.ignoreWhile, Messages.ignoreWhileHint);
        addField(page, WalkBreakpoint.LOG_MESSAGE, Messages.logMessage, Messages.logMessageHint);
        try {
            enabled.setSelection(breakpoint().isEnabled());
        } catch (CoreException deleted) {
            setErrorMessage(deleted.getStatus().getMessage());
        }
        return page;
    }

    private void addField(Composite page, String attribute, String label, String hint) {
        new Label(page, SWT.NONE).setText(label);
        Text field = new Text(page, SWT.SINGLE | SWT.BORDER);
        field.setText(breakpoint().attribute(attribute));
        field.setMessage(hint);
        field.setToolTipText(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(field);
        field.addListener(SWT.Modify, event -> check());
        fields.put(attribute, field);
    }

    private void check() {
        boolean isCount = HitCount.parse(fields.get(WalkBreakpoint.HIT_COUNT).getText()).isPresent();
        setErrorMessage(isCount ? null : Messages.badHitCount);
        setValid(isCount);
    }

    private WalkBreakpoint breakpoint() {
        return (WalkBreakpoint) getElement();
    }

    @Override
    public boolean performOk() {
        try {
            for (Map.Entry<String, Text> field : fields.entrySet()) {
                breakpoint().change(field.getKey(), field.getValue().getText().strip());
            }
            breakpoint().setEnabled(enabled.getSelection());
            return true;
        } catch (CoreException failed) {
            setErrorMessage(failed.getStatus().getMessage());
            return false;
        }
    }
}
