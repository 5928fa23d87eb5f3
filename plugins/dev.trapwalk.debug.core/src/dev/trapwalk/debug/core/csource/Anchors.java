package dev.trapwalk.debug.core.csource;

import dev.trapwalk.engine.point.KernelPoint;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * By which words the line of a kernel point is known in the C text of its function: a regular expression for each point
 * in {@code anchors.properties}, of identifiers that have stayed the same through many versions of the kernel.
 */
final class Anchors {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(Anchors.class.getPackageName() + ".anchors");
    private static final Map<KernelPoint, Optional<Pattern>> PATTERNS = new ConcurrentHashMap<>();

    private Anchors() {
    }

    /** What stands on a point's line; empty when nothing is known. */
    static Optional<Pattern> of(KernelPoint point) {
        return PATTERNS.computeIfAbsent(point, Anchors::read);
    }

    private static Optional<Pattern> read(KernelPoint point) {
        try {
            return Optional.of(Pattern.compile(WORDS.getString(point.id())));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
