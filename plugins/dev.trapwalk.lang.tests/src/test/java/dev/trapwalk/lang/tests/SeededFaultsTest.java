package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large layouts: nothing is wrong where nothing is wrong, and a fault is reported in its line. */
class SeededFaultsTest {

    /** A mistake: lines that contain {@code where} are changed by {@code change}. */
    private record Fault(String name, String where, UnaryOperator<String> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(new Fault("slot out of range", "_fault (RWP)", line -> line.replaceFirst("\\d+:", "5000:")),
                new Fault("unknown object", "_fault (RWP)", line -> line.replace("_fault", "_fualt")),
                new Fault("badge on tcb", "_t0", line -> line.matches(" +\\d+: .*") ? line + " (badge: 7)" : null),
                new Fault("guard too wide", "cspace:", line -> line.replace("guard_size: ", "guard_size: 9")),
                new Fault("wrong type in a TCB slot", "vspace:", line -> line.replaceFirst("vspace: .*", "vspace: p0_fault")),
                new Fault("rights on a CNode", "cspace:", line -> line.replace("(guard:", "(RW, guard:")),
                new Fault("unknown container", "_t0 {", line -> line.replace("_t0", "_tx0")),
                new Fault("frame size no power of two", "= frame", line -> line.replace("4k", "12k")),
                new Fault("misaligned physical address", "= frame", line -> line.replace("4k", "4k, paddr: 0x123")),
                new Fault("fault endpoint is none", "fault_ep: 1)", line -> line.replace("fault_ep: 1)", "fault_ep: 2)")),
                new Fault("priority above maximum", "prio: 100", line -> line.replace("prio: 100", "prio: 255")),
                new Fault("misspelt type", "= ep", line -> line.replace("= ep", "= epp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64", "ia32", "arm11", "riscv"})
    void aFaultFreeLayoutHasNoComplaint(String arch) {
        Analysis analysis = CapdlAnalysis.analyse(LayoutGenerator.layout(2000, arch, 5), "generated.cdl");
        assertThat(analysis.diagnostics()).filteredOn(diagnostic -> diagnostic.severity() != Severity.INFO).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsReportedInItsLine(Fault fault) {
        List<String> lines = new ArrayList<>(Arrays.asList(LayoutGenerator.layout(600, "x86_64", 9).split("\n")));
        List<Integer> candidates = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(fault.where()) && fault.change().apply(lines.get(i)) != null).boxed()
                .toList();
        int victim = candidates.get(new Random(4).nextInt(candidates.size()));
        lines.set(victim, fault.change().apply(lines.get(victim)));
        Analysis analysis = CapdlAnalysis.analyse(String.join("\n", lines), "generated.cdl");
        assertThat(analysis.diagnostics()).filteredOn(diagnostic -> diagnostic.severity() != Severity.INFO)
                .extracting(diagnostic -> diagnostic.line()).contains(victim + 1);
    }

    @Test
    void aLayoutIsTheSameForTheSameSeed() {
        assertThat(LayoutGenerator.layout(300, "ia32", 2)).isEqualTo(LayoutGenerator.layout(300, "ia32", 2));
    }
}
