package dev.trapwalk.debug.core.source;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.session.state.Frame;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The listings of all kernel functions, each written when first asked for. */
public final class KernelListings {

    private static final Map<KernelFunction, KernelListing> LISTINGS = new ConcurrentHashMap<>();

    private KernelListings() {
    }

    /** The listing of a function. */
    public static KernelListing of(KernelFunction function) {
        return LISTINGS.computeIfAbsent(function, KernelListing::new);
    }

    /** Line, 1-based, on which a kernel frame stands in its function's listing. */
    public static OptionalInt line(Frame frame) {
        if (frame.function().isEmpty() || frame.point().isEmpty()) {
            return OptionalInt.empty();
        }
        return of(frame.function().get()).line(frame.point().get().point());
    }
}
