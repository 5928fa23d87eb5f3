package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script in {@code scripts/} does what it says, line by line. */
class KernelScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"cnode-copy-mint-move", "cnode-rotate", "cspace-lookup", "delete-and-revoke",
        "untyped-retype", "device-memory", "tcb-decode", "page-mapping", "page-tables", "unmap-stale", "asid-pools",
        "irq-control", "io-ports"})
    void doesWhatTheScriptSays(String name) throws IOException {
        List<String> script = read(name);
        KernelScript kernelScript = new KernelScript(KernelConfig.REFERENCE.maxWorkUnits());
        assertThat(String.join("\n", kernelScript.run(script))).isEqualTo(String.join("\n", script));
    }

    /** With a poll after every third unit of work, so that a handful of objects is enough. */
    @Test
    void goesOnWhereAnInterruptStoppedIt() throws IOException {
        List<String> script = read("preemption");
        assertThat(String.join("\n", new KernelScript(3).run(script))).isEqualTo(String.join("\n", script));
    }

    private static List<String> read(String name) throws IOException {
        try (InputStream in = KernelScriptTest.class.getResourceAsStream("scripts/" + name + ".script")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
