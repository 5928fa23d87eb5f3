package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.ui.expression.ExpressionField;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What a hit does: it suspends the machine, with all its threads; or it prints a message and goes on. */
final class ActionInput {

    private final Combo policy;
    private final ExpressionField message;

    ActionInput(Composite page, Runnable changed) {
        new Label(page, SWT.NONE).setText(Messages.policy);
        policy = new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY);
        policy.setItems(Messages.policySuspend, Messages.policyLog);
        policy.select(0);
        GridDataFactory.swtDefaults().indent(Choice.INDENT, 0).applyTo(policy);
        new Label(page, SWT.NONE).setText(Messages.logMessage);
        message = new ExpressionField(page, ExpressionField.Kind.MESSAGE, changed);
        message.control().setMessage(Messages.logMessageHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(Choice.INDENT, 0)
                .applyTo(message.control());
        message.control().setEnabled(false);
        policy.addListener(SWT.Selection, event -> {
            message.control().setEnabled(logs());
            changed.run();
        });
    }

    void show(String text) {
        policy.select(text.isEmpty() ? 0 : 1);
        message.control().setText(text);
        message.control().setEnabled(logs());
    }

    boolean logs() {
        return policy.getSelectionIndex() == 1;
    }

    ExpressionField message() {
        return message;
    }
}
