package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.script.BreakpointText;
import dev.trapwalk.engine.session.script.ScriptException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * Says what is wrong with a launch configuration: the dialog shows it, and a launch ends with it. Configurations are
 * files that people share and edit, so types are not taken for granted.
 */
public final class LaunchCheck {

    private final Map<String, Object> attributes;

    private LaunchCheck(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /** Throws the first problem, in a sentence that says what to do. */
    public static void check(ILaunchConfiguration configuration) throws CoreException {
        LaunchCheck check = new LaunchCheck(configuration.getAttributes());
        check.type(LaunchAttributes.SCENARIO, String.class, Messages.aPath);
        check.type(LaunchAttributes.STOP_AT_START, Boolean.class, Messages.aFlag);
        check.type(LaunchAttributes.HISTORY_MIB, Integer.class, Messages.aNumber);
        check.type(LaunchAttributes.KERNEL_SOURCE, String.class, Messages.aPath);
        check.type(LaunchAttributes.STOPS, List.class, Messages.aList);
        ScenarioFile.find(LaunchAttributes.scenario(configuration));
        check.history();
        check.kernelSource();
        check.stops();
    }

    private void type(String attribute, Class<?> type, String words) throws CoreException {
        Object value = attributes.get(attribute);
        if (value != null && !type.isInstance(value)) {
            throw ScenarioFile.failure(Messages.bind(Messages.wrongType, new Object[] {attribute, words, value}),
                    null);
        }
    }

    private void history() throws CoreException {
        int mib = (Integer) attributes.getOrDefault(LaunchAttributes.HISTORY_MIB,
                LaunchAttributes.DEFAULT_HISTORY_MIB);
        if (mib < 0 || mib > LaunchAttributes.MAX_HISTORY_MIB) {
            throw ScenarioFile.failure(Messages.bind(Messages.wrongHistory, mib, LaunchAttributes.MAX_HISTORY_MIB),
                    null);
        }
    }

    private void kernelSource() throws CoreException {
        String folder = ((String) attributes.getOrDefault(LaunchAttributes.KERNEL_SOURCE, "")).strip();
        if (folder.isEmpty()) {
            return;
        }
        try {
            Optional<String> problem = Checkout.problem(Path.of(folder));
            if (problem.isPresent()) {
                throw ScenarioFile.failure(problem.get(), null);
            }
        } catch (InvalidPathException noPath) {
            throw ScenarioFile.failure(noPath.getMessage(), noPath);
        }
    }

    private void stops() throws CoreException {
        Set<String> ids = new HashSet<>();
        for (Object line : (List<?>) attributes.getOrDefault(LaunchAttributes.STOPS, List.of())) {
            try {
                Breakpoint stop = line.toString().isBlank() ? null : BreakpointText.read(line.toString());
                if (stop != null && !ids.add(stop.id())) {
                    throw ScenarioFile.failure(Messages.bind(Messages.stopTwice, stop.id()), null);
                }
            } catch (ScriptException wrong) {
                throw ScenarioFile.failure(Messages.bind(Messages.wrongStop, line, wrong.getMessage()), wrong);
            }
        }
    }
}
