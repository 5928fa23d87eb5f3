package dev.trapwalk.engine.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All kernel functions and points of this engine. Breakpoints, coverage, stepping, listings and answers hang off this one
 * list. It is complete once the class {@code dev.trapwalk.engine.kernel.Kernel} is initialised.
 */
public final class Catalogue {

    private static final Map<String, KernelFunction> FUNCTIONS = new LinkedHashMap<>();
    private static final Map<String, KernelPoint> BY_ID = new LinkedHashMap<>();
    private static final List<KernelPoint> POINTS = new ArrayList<>();

    private Catalogue() {
    }

    static synchronized void register(KernelFunction function) {
        if (FUNCTIONS.put(function.name(), function) != null) {
            throw new IllegalStateException("kernel function declared twice: " + function.name());
        }
    }

    static synchronized KernelPoint number(KernelFunction function, String name, KernelPoint.Kind kind,
            List<Operand> operands) {
        KernelPoint point = new KernelPoint(function, name, kind, operands, POINTS.size());
        if (BY_ID.put(point.id(), point) != null) {
            throw new IllegalStateException("kernel point declared twice: " + point.id());
        }
        POINTS.add(point);
        return point;
    }

    /** All functions, in order of declaration. */
    public static synchronized Collection<KernelFunction> functions() {
        return Collections.unmodifiableCollection(new ArrayList<>(FUNCTIONS.values()));
    }

    /** The function of that C name. */
    public static synchronized Optional<KernelFunction> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    /** The point with that id. */
    public static synchronized Optional<KernelPoint> point(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The point with that {@link KernelPoint#index()}. */
    public static synchronized KernelPoint point(int index) {
        return POINTS.get(index);
    }

    /** Number of points. */
    public static synchronized int size() {
        return POINTS.size();
    }
}
