package dev.trapwalk.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandTest {

    private static final Path EXAMPLES = Path.of("../dev.trapwalk.examples/content");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aFastCallTakesEveryCheckOfTheFastpathAndNoSlowPath() {
        assertThat(run(EXAMPLES.resolve("call-fastpath.walk").toString())).isEqualTo(ExitCodes.OK);
        String call = section("client:56  seL4_Call");
        assertThat(call).contains("fastpath_call(cptr 0x1").contains("[ok] length").doesNotContain("[NO]")
                .doesNotContain("slowpath");
    }

    @Test
    void eachSlowCallNamesTheCheckThatRefusedTheFastpath() {
        assertThat(run(EXAMPLES.resolve("why-not-fast.walk").toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("[NO] endpoint_not_in_recv_state", "[NO] length", "[NO] extra_caps");
    }

    @Test
    void aCopyIsInsertedAndTheNextOneFindsItsDestinationOccupied() {
        assertThat(run("--detail", "points", EXAMPLES.resolve("cnode-copy.walk").toString())).isEqualTo(ExitCodes.OK);
        assertThat(section("client:39")).contains("cteInsert(").contains("replyFromKernel_success_empty");
        assertThat(section("client:42")).contains("[NO] slot_is_empty").contains("replyFromKernel_error");
    }

    @Test
    void anUnknownSystemCallBecomesAFaultMessage() {
        assertThat(run(EXAMPLES.resolve("unknown-syscall.walk").toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("handleUnknownSyscall", "sendFaultIPC", "handleFaultReply");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("nowhere.walk")).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(err.toString()).contains("nowhere.walk does not exist");
    }

    @Test
    void anUnknownNameIsReportedAtItsPlace() throws IOException {
        String text = Files.readString(EXAMPLES.resolve("call-fastpath.walk")).replace("seL4_Recv(ep)",
                "seL4_Recv(no_such_cap)");
        Path broken = Files.writeString(folder.resolve("broken.walk"), text);
        assertThat(run(broken.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("broken.walk:47:15: error").contains("no_such_cap");
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    /** What is printed from a statement on, up to the next one. */
    private String section(String start) {
        String text = out.toString();
        int from = text.indexOf(start);
        assertThat(from).as(text).isNotNegative();
        int to = text.indexOf("\n\n", from);
        return text.substring(from, to < 0 ? text.length() : to);
    }
}
