package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * A breakpoint of this debugger: where it looks is its marker type's own business, all else is in common attributes.
 * Attributes are
 * strings so that they survive export and import.
 */
public interface WalkBreakpoint extends IBreakpoint {

    /** Marker attribute: expression that must be true. */
    String CONDITION = "dev.trapwalk.condition";
    /** Marker attribute: which hits count, as {@link HitCount#parse} reads it. */
    String HIT_COUNT = "dev.trapwalk.hitCount";
    /** Marker attribute: names of threads, separated by commas. */
    String THREADS = "dev.trapwalk.threads";
    /** Marker attribute: expression during which the breakpoint does not count. */
    String IGNORE_WHILE = "dev.trapwalk.ignoreWhile";
    /** Marker attribute: message to print instead of stopping. */
    String LOG_MESSAGE = "dev.trapwalk.logMessage";
    /** Marker attribute: {@link #UID} of the breakpoint that arms this one. */
    String TRIGGER = "dev.trapwalk.trigger";
    /** Marker attribute: a name that stays the same through restarts, export and import. */
    String UID = "dev.trapwalk.uid";

    /** Where it looks; empty when it cannot count in a session of that scenario. */
    Optional<Location> location(String scenarioPath);

    /** In words where it looks, without the attributes that all have. */
    String placeText();

    /** Changes an attribute; an empty value removes it. */
    void change(String attribute, String value) throws CoreException;

    /** Its name in a session, by which others can say that it arms them. */
    default String sessionId() {
        String uid = attribute(UID);
        return uid.isEmpty() ? "marker:" + getMarker().getId() : uid;
    }

    /** An attribute, or an empty text. */
    default String attribute(String name) {
        IMarker marker = getMarker();
        return marker == null ? "" : marker.getAttribute(name, "");
    }

    /** Names of the threads for which it counts; empty = all. */
    default Set<String> threads() {
        return Stream.of(attribute(THREADS).split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same breakpoint as a session takes it. */
    default Optional<Breakpoint> toSession(String scenarioPath) throws CoreException {
        boolean enabled = isEnabled();
        return location(scenarioPath).map(location -> new Breakpoint(sessionId(), location, enabled,
                attribute(CONDITION), HitCount.parse(attribute(HIT_COUNT)).orElse(HitCount.ALL), threads(),
                attribute(IGNORE_WHILE), attribute(LOG_MESSAGE), attribute(TRIGGER)));
    }
}
