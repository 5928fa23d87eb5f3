package dev.trapwalk.engine.session.breakpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * The kernel points at which a location is looked for. The operands that all of them have are what a condition can
 * name; watches and lines are looked for elsewhere, so they have none.
 */
public final class LocationPoints {

    private static final List<String> FASTPATHS = List.of("fastpath_call", "fastpath_reply_recv");

    static {
        Kernel.declarePoints();
    }

    private LocationPoints() {
    }

    /** The points of a location; empty when it has none, or names one that does not exist. */
    public static List<KernelPoint> of(Location location) {
        if (location instanceof Location.AtPoint at) {
            return Catalogue.point(at.point()).stream().toList();
        } else if (location instanceof Location.AtSystemCall) {
            return entry("handle_fastsyscall");
        } else if (location instanceof Location.AtInvocation) {
            return entry("decodeInvocation");
        } else if (location instanceof Location.AtError) {
            return entry("replyFromKernel_error");
        } else if (location instanceof Location.AtFault) {
            return entry("handleFault");
        } else if (location instanceof Location.FastpathLeft left) {
            return fastpathChecks().filter(point -> left.check().isEmpty() || point.name().equals(left.check()))
                    .toList();
        }
        return List.of();
    }

    /** The checks of both fastpaths, in the kernel's order. */
    public static Stream<KernelPoint> fastpathChecks() {
        return FASTPATHS.stream().map(Catalogue::function).flatMap(Optional::stream)
                .flatMap(function -> function.points().stream())
                .filter(point -> point.kind() == KernelPoint.Kind.CHECK);
    }

    private static List<KernelPoint> entry(String function) {
        return List.of(Catalogue.function(function).map(KernelFunction::entry)
                .orElseThrow(() -> new IllegalStateException(function)));
    }
}
