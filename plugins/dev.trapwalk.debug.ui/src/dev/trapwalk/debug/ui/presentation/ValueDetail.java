package dev.trapwalk.debug.ui.presentation;

import dev.trapwalk.debug.core.model.WalkValue;
import dev.trapwalk.engine.session.state.Variable;
import org.eclipse.debug.core.model.IValue;

/** The text of the detail pane: the value as people read it, as a bare word, and what its fields say. */
final class ValueDetail {

    private ValueDetail() {
    }

    static String of(IValue value) {
        if (!(value instanceof WalkValue walk)) {
            return ""; //$NON-NLS-1$
        }
        Variable variable = walk.variable().variable();
        StringBuilder text = new StringBuilder(variable.text());
        if (!variable.raw().equals(variable.text())) {
            text.append("\n").append(variable.raw()); //$NON-NLS-1$
        }
        variable.children().forEach(child -> text.append("\n  ").append(child.name()) //$NON-NLS-1$
                .append(" = ").append(child.text())); //$NON-NLS-1$
        return text.toString();
    }
}
