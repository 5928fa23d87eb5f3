package dev.trapwalk.debug.ui.editor;

import java.util.Map;
import org.eclipse.core.commands.IParameterValues;

/** What can be switched, as Quick Access and the key bindings page name it. */
public final class ShownNames implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        return Map.of(Messages.showValues, Shown.VALUES.name(), Messages.showExpectations, Shown.EXPECTATIONS.name(),
                Messages.showCoverage, Shown.COVERAGE.name());
    }
}
