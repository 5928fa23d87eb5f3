package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.ui.breakpoints.KindText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.IParameterValues;

/** The kinds of breakpoints by their names, so that Quick Access and the Keys page can list them. */
public final class BreakpointKinds implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (BreakpointKind kind : BreakpointKind.values()) {
            kinds.put(KindText.name(kind), kind.name());
        }
        return kinds;
    }
}
