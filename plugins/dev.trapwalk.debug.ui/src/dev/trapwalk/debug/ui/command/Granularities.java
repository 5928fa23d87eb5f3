package dev.trapwalk.debug.ui.command;

import dev.trapwalk.engine.session.Granularity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.IParameterValues;

/** What one step may be, so that Quick Access and the Keys page can list it. */
public final class Granularities implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> steps = new LinkedHashMap<>();
        for (Granularity granularity : Granularity.values()) {
            steps.put(Messages.step(granularity), granularity.name());
        }
        return steps;
    }
}
