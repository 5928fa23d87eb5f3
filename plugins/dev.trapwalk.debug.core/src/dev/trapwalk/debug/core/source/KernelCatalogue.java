package dev.trapwalk.debug.core.source;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All kernel functions and points, complete before any machine is booted. */
public final class KernelCatalogue {

    static {
        Kernel.declarePoints();
    }

    private KernelCatalogue() {
    }

    /** All functions, by phase and then by name. */
    public static List<KernelFunction> functions() {
        return Catalogue.functions().stream()
                .sorted(Comparator.comparing(KernelFunction::phase).thenComparing(KernelFunction::name)).toList();
    }

    /** The point with an id such as {@code fastpath_call/length}. */
    public static Optional<KernelPoint> point(String id) {
        return Catalogue.point(id);
    }
}
