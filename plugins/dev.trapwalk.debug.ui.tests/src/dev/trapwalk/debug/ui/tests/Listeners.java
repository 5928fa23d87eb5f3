package dev.trapwalk.debug.ui.tests;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.debug.core.DebugPlugin;

/** Who listens to the platform. It offers no such lists, so they are read from where it keeps them. */
final class Listeners {

    private Listeners() {
    }

    /** How many of each class listen to debug events, launches, breakpoints and changes of the workspace. */
    static Map<String, Integer> count() throws ReflectiveOperationException {
        DebugPlugin plugin = DebugPlugin.getDefault();
        Map<String, Integer> counts = new TreeMap<>();
        add(counts, plugin, "fEventListeners", "fEventFilters");
        add(counts, plugin.getLaunchManager(), "fListeners", "fLaunchesListeners", "fLaunchConfigurationListeners");
        add(counts, plugin.getBreakpointManager(), "fBreakpointListeners", "fBreakpointsListeners",
                "fBreakpointManagerListeners");
        add(counts, field(field(ResourcesPlugin.getWorkspace(), "notificationManager"), "listeners"), "listeners");
        return counts;
    }

    /** By how much the numbers have grown since an earlier count, where they have. */
    static Map<String, Integer> grown(Map<String, Integer> earlier) throws ReflectiveOperationException {
        Map<String, Integer> grown = count();
        earlier.forEach((name, number) -> grown.merge(name, -number, Integer::sum));
        grown.values().removeIf(growth -> growth <= 0);
        return grown;
    }

    private static void add(Map<String, Integer> counts, Object owner, String... names)
            throws ReflectiveOperationException {
        for (String name : names) {
            Object list = field(owner, name);
            Stream<?> all = list instanceof ListenerList<?> listeners ? Stream.of(listeners.getListeners())
                    : List.copyOf((Collection<?>) list).stream();
            all.forEach(listener -> counts.merge(name + " " + listener.getClass().getName(), 1, Integer::sum));
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
