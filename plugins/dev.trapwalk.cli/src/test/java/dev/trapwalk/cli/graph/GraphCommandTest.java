package dev.trapwalk.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GraphCommandTest {

    private static final String LAYOUT = "arch ia32 objects { e = ep n = notification f[90] = frame (4k)"
            + " c = cnode (8 bits) a = tcb b = tcb } caps { c { 1: e (RW) f[] (R) } a { cspace: c (guard_size: 24) } }";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private String layout;

    @BeforeEach
    void writeLayout() throws IOException {
        layout = Files.writeString(folder.resolve("a.cdl"), LAYOUT).toString();
    }

    @Test
    void drawsSvgOnStandardOutput() {
        assertThat(run("graph", layout)).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).startsWith("<?xml").contains(">cspace<", ">f[90]<", ">[1] RW<");
    }

    @Test
    void writesDotToAFile() throws IOException {
        Path target = folder.resolve("a.dot");
        assertThat(run("graph", layout, "--format", "dot", "-o", target.toString())).isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(target)).contains("\"object:a\" -> \"object:c\" [label=\"cspace\"");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aThreadOrAnObjectNarrowsThePicture() {
        assertThat(run("graph", layout, "--format", "dot", "--thread", "a")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("object:f").doesNotContain("object:b", "object:n");
        out.getBuffer().setLength(0);
        assertThat(run("graph", layout, "--format", "dot", "--object", "f[3]")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("object:a", "f[3]").doesNotContain("object:e", "object:b");
    }

    @Test
    void anElementOfAnArrayIsExpanded() {
        assertThat(run("graph", layout, "--format", "dot", "--expand", "f[89]")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("\"object:f[89]\"");
    }

    @Test
    void whatDoesNotExistIsNamedWithWhatDoes() throws IOException {
        assertThat(run("graph", layout, "--thread", "e")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("\"e\" is no thread of").contains("Threads: a, b");
        assertThat(run("graph", layout, "--expand", "f[90]")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("graph", layout, "--object", "zz")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("graph", folder.resolve("none.cdl").toString())).isEqualTo(ExitCodes.UNREADABLE);
        Path broken = Files.writeString(folder.resolve("b.cdl"), "arch ia32 objects { e = epp }");
        assertThat(run("graph", broken.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("b.cdl:1:");
    }

    private int run(String... arguments) {
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
