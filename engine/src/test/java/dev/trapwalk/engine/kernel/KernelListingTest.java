package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of the kernel listing and the points of the code cannot drift apart. */
class KernelListingTest {

    @BeforeAll
    static void declareAllPoints() {
        new Kernel(new PhysicalMemory(1 << 20), KernelConfig.REFERENCE);
    }

    @Test
    void everyFunctionAndPointHasWords() {
        List<String> missing = new ArrayList<>();
        for (KernelFunction function : kernelFunctions()) {
            if (!hasWords(function::text)) {
                missing.add(function.name());
            }
            for (KernelPoint point : function.points()) {
                if (!hasWords(point::text)) {
                    missing.add(point.id());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noWordsAreLeftOver() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (KernelFunction function : kernelFunctions()) {
            Set<String> keys = used.computeIfAbsent(function.owner().getName(), owner -> new TreeSet<>());
            keys.add(function.name());
            function.points().forEach(point -> keys.add(point.id()));
            function.points().stream().filter(KernelPoint::isDecision).forEach(point -> keys.add(point.id() + ".rule"));
        }
        List<String> leftOver = new ArrayList<>();
        used.forEach((owner, keys) -> {
            for (String key : ResourceBundle.getBundle(owner).keySet()) {
                if (!keys.contains(key)) {
                    leftOver.add(owner + ": " + key);
                }
            }
        });
        assertThat(leftOver).isEmpty();
    }

    /** A breakpoint's label says {@code length >= 2}, and not the name of the check. */
    @Test
    void checksOfAMessagesLengthSayHowLongItMustBe() {
        List<KernelPoint> lengths = kernelFunctions().stream().filter(function -> function.name().startsWith("decode")
                && function.owner().getName().contains(".decode.")).flatMap(function -> function.points().stream())
                .filter(point -> point.name().startsWith("length")).toList();
        assertThat(lengths).hasSizeGreaterThan(12)
                .allSatisfy(point -> assertThat(point.rule()).as(point.id()).hasValueSatisfying(
                        rule -> assertThat(rule).matches("length >= \\d( and \\d caps?)?")));
    }

    private static List<KernelFunction> kernelFunctions() {
        return Catalogue.functions().stream()
                .filter(function -> function.owner().getName().startsWith("dev.trapwalk.engine.kernel.")).toList();
    }

    private static boolean hasWords(java.util.function.Supplier<String> text) {
        try {
            return !text.get().isBlank();
        } catch (MissingResourceException missing) {
            return false;
        }
    }
}
