package dev.trapwalk.debug.ui.expression;

import dev.trapwalk.engine.session.expression.Compiler;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;

/**
 * A line of text that is an expression, or has expressions in braces. It is compiled at every change against the names
 * that can be used; a sign beside it and {@link #problem()} say what is wrong and in which column.
 */
public final class ExpressionField {

    /** What the text is. */
    public enum Kind {
        /** An expression that is true or false. */
        CONDITION,
        /** A message with expressions in braces. */
        MESSAGE
    }

    private static final char[] ASSIST_AT = {'.', '{', '('};

    private final Text text;
    private final Kind kind;
    private final ControlDecoration sign;
    private Scope scope = Scope.of(new ObjectTable(List.of()));
    private boolean complete;

    /**
     * A field that is empty at first.
     *
     * @param parent must leave room for a sign at the left of the field
     * @param changed is run after every change
     */
    public ExpressionField(Composite parent, Kind kind, Runnable changed) {
        this.kind = kind;
        text = new Text(parent, SWT.SINGLE | SWT.BORDER);
        sign = new ControlDecoration(text, SWT.LEFT | SWT.CENTER);
        new ContentAssistCommandAdapter(text, new TextContentAdapter(),
                new ExpressionProposals(() -> scope, kind == Kind.MESSAGE), null, ASSIST_AT, false);
        text.addListener(SWT.Modify, event -> {
            showSign();
            changed.run();
        });
        showSign();
    }

    /** The widget. */
    public Text control() {
        return text;
    }

    /**
     * What can be named.
     *
     * @param isComplete whether nothing else can; otherwise nothing can be said to be wrong
     */
    public void setScope(Scope names, boolean isComplete) {
        scope = names;
        complete = isComplete;
        showSign();
    }

    /** The text without blanks around it. */
    public String text() {
        return text.getText().strip();
    }

    /** What is wrong with the text and in which column; empty when nothing is. */
    public Optional<String> problem() {
        try {
            if (text().isEmpty() || !complete) {
                return Optional.empty();
            } else if (kind == Kind.CONDITION) {
                Compiler.condition(scope, text.getText());
            } else {
                Compiler.template(scope, text.getText());
            }
            return Optional.empty();
        } catch (ExpressionException wrong) {
            return Optional.of(Messages.bind(Messages.wrong, wrong.column(), wrong.getMessage()));
        }
    }

    private void showSign() {
        Optional<String> problem = problem();
        sign.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(problem.isPresent()
                ? FieldDecorationRegistry.DEC_ERROR : FieldDecorationRegistry.DEC_CONTENT_PROPOSAL).getImage());
        sign.setDescriptionText(problem.orElse(Messages.assist));
        sign.setShowOnlyOnFocus(problem.isEmpty());
    }
}
