package dev.trapwalk.debug.core.command;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * Kernel functions and points that steps go through while the platform's "Use Step Filters" is on: a preference of the
 * workspace. Written as ids with {@code *} for any characters, separated by commas: {@code lookup*} are functions, {@code
 * fastpath_call/*_rights} points.
 */
public final class StepFilters {

    /** Key of the preference, in the node of this bundle. */
    public static final String KEY = "stepFilters";
    /** What is stepped through until a person says otherwise: bookkeeping that every system call does. */
    public static final String DEFAULT = "cap_get_*,ntfn_ptr_*,getExtraCPtr,setExtraBadge,maskCapRights,addToBitmap,removeFromBitmap";

    private final String text;
    private final List<Pattern> patterns;

    /** The filters that a text names. */
    public StepFilters(String text) {
        this.text = text;
        this.patterns = Stream.of(text.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(StepFilters::pattern).toList();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** The workspace's filters. */
    public static StepFilters current() {
        return Cache.of(Platform.getPreferencesService().getString(DebugCore.PLUGIN_ID, KEY, DEFAULT, null));
    }

    /** Makes these the workspace's filters. */
    public static void choose(String text) {
        InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID).put(KEY, text);
    }

    /** Whether steps go through a point: it, or its function, is named. */
    public boolean matches(KernelPoint point) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(point.function().name()).matches()
                || pattern.matcher(point.id()).matches());
    }

    /** The filters as text. */
    public String text() {
        return text;
    }

    /** The filters read last: they are asked for at every step. */
    private static final class Cache {

        private static volatile StepFilters last = new StepFilters(DEFAULT);

        static StepFilters of(String text) {
            if (!Objects.equals(last.text, text)) {
                last = new StepFilters(text);
            }
            return last;
        }
    }
}
