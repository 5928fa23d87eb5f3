package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of breakpoints that belong to no file: each has a marker type, a class, and a location of the session. */
public enum BreakpointKind {
    /** A kernel point is passed, or its check holds or fails. */
    POINT("pointBreakpoint", Location.AtPoint.class, KernelPointBreakpoint::new),
    /** A system call enters the kernel. */
    SYSTEM_CALL("systemCallBreakpoint", Location.AtSystemCall.class, SystemCallBreakpoint::new),
    /** An invocation is decoded. */
    INVOCATION("invocationBreakpoint", Location.AtInvocation.class, InvocationBreakpoint::new),
    /** A system call returns an error. */
    ERROR("errorBreakpoint", Location.AtError.class, ErrorBreakpoint::new),
    /** A fault is raised. */
    FAULT("faultBreakpoint", Location.AtFault.class, FaultBreakpoint::new),
    /** A check makes the kernel leave the fastpath. */
    FASTPATH_LEFT("fastpathLeftBreakpoint", Location.FastpathLeft.class, FastpathLeftBreakpoint::new),
    /** Another thread becomes current. */
    THREAD_SWITCH("threadSwitchBreakpoint", Location.ThreadSwitch.class, ThreadSwitchBreakpoint::new),
    /** A reply capability appears or vanishes. */
    REPLY("replyBreakpoint", Location.ReplyCapability.class, ReplyBreakpoint::new),
    /** Words of the machine are accessed. */
    WATCH("watchBreakpoint", Location.Watch.class, WatchBreakpoint::new),
    /** A program's expectation does not hold. */
    EXPECTATION("expectationBreakpoint", Location.ExpectationFailed.class, ExpectationBreakpoint::new);

    private final String marker;
    private final Class<? extends Location> location;
    private final Supplier<KernelBreakpoint> empty;

    BreakpointKind(String marker, Class<? extends Location> location, Supplier<KernelBreakpoint> empty) {
        this.marker = DebugCore.PLUGIN_ID + '.' + marker;
        this.location = location;
        this.empty = empty;
    }

    /** The kind that looks at such a location; lines of scenarios belong to {@link ScenarioLineBreakpoint}. */
    public static BreakpointKind of(Location location) {
        return Stream.of(values()).filter(kind -> kind.location.isInstance(location)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(location.toString()));
    }

    /** Type of its markers. */
    public String markerType() {
        return marker;
    }

    /** A breakpoint that has no marker yet. */
    KernelBreakpoint newBreakpoint() {
        return empty.get();
    }
}
