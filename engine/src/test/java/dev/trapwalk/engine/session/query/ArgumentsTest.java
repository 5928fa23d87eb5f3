package dev.trapwalk.engine.session.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;

/** The tables behind "why this error" know every check that can refuse an invocation, and every invocation. */
class ArgumentsTest {

    private static final ResourceBundle TABLE =
            ResourceBundle.getBundle(Arguments.class.getPackageName() + ".parameters");
    private static final Set<String> OF_THE_MESSAGE = Set.of("_service", "label", "length", "extraCaps", "*");

    @BeforeAll
    static void declareAllPoints() {
        new Kernel(new PhysicalMemory(1 << 20), KernelConfig.REFERENCE);
    }

    private static List<KernelPoint> checks() {
        return Catalogue.functions().stream().filter(function -> function.name().contains("decode")
                || function.name().startsWith("createSafeMappingEntries") || function.name().equals("Arch_checkIRQ"))
                .flatMap(function -> function.points().stream())
                .filter(point -> point.kind() == KernelPoint.Kind.CHECK).toList();
    }

    @Test
    void everyCheckOfADecodeFunctionNamesTheArgumentsThatItLooksAt() {
        assertThat(checks()).hasSizeGreaterThan(150)
                .allSatisfy(check -> assertThat(TABLE.containsKey(check.id())).as(check.id()).isTrue());
    }

    @Test
    void everyCheckOfADecodeFunctionSaysWhatWouldBeLegal() {
        assertThat(checks()).allSatisfy(check -> assertThat(Arguments.legal(check)).as(check.id()).isNotEmpty());
    }

    @Test
    void theTablesNameOnlyChecksAndParametersThatThereAre() {
        Set<String> parameters = new HashSet<>(OF_THE_MESSAGE);
        for (InvocationLabel label : InvocationLabel.values()) {
            Arguments.names(label).forEach(name -> parameters.add(name.replace("*", "")));
        }
        for (String key : TABLE.keySet()) {
            if (key.contains("/")) {
                assertThat(Catalogue.point(key)).as(key).isPresent();
                assertThat(TABLE.getString(key).split(" ")).as(key).isSubsetOf(parameters);
            } else {
                assertThat(InvocationLabel.values()).extracting(InvocationLabel::label).contains(key);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = InvocationLabel.class, mode = EnumSource.Mode.EXCLUDE, names = "INVALID_INVOCATION")
    void everyInvocationHasItsSectionsOfTheManual(InvocationLabel label) {
        assertThat(Manual.function(label)).startsWith("seL4_");
        assertThat(Manual.sections(label, SyscallError.RANGE_ERROR)).hasSize(3)
                .allSatisfy(section -> assertThat(section).matches("\\d+(\\.\\d+)+ .+"));
    }
}
