package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.convert.Conversion;
import dev.trapwalk.lang.convert.ScenarioConverter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs become what libsel4's stubs do; what makes no sense is said at its place. */
class ProgramTest {
    private static final String LAYOUT = """
            arch x86_64
            objects { client = tcb  server = tcb  ep = ep  n = notification  root = cnode (4 bits)  w[2] = tcb }
            caps {
              root { 1: ep (RWG, badge: 0x11)  2: root (guard_size: 60)  3: both = n (RW)  4: n (R)  5: client }
              client { cspace: root (guard_size: 60) }
              w[1] { cspace: root (guard_size: 60) }
            }
            """;

    @Test
    void aStubPutsItsArgumentsWhereLibsel4PutsThem() {
        Statement.SystemCall copy = (Statement.SystemCall) statements(
                "seL4_CNode_Copy(root, 9, 64, root, ep, 64, seL4_CapRights_new(0, 0, 1, 1));").get(0);
        assertThat(copy.number()).isEqualTo(-1);
        assertThat(copy.cptr()).hasToString("Constant[word=2]");
        assertThat(copy.info()).hasToString("Constant[word=" + (20L << 12 | 1 << 7 | 5) + "]");
        assertThat(copy.message()).extracting(Object::toString).containsExactly("Constant[word=9]",
                "Constant[word=64]", "Constant[word=1]", "Constant[word=64]", "Constant[word=3]");
        assertThat(copy.caps()).extracting(Object::toString).containsExactly("Constant[word=2]");
    }

    @Test
    void smallArgumentsShareAMessageWord() {
        Statement.SystemCall read = (Statement.SystemCall) statements(
                "seL4_TCB_CopyRegisters(client, client, 1, 0, 1, 1, 3);").get(0);
        assertThat(read.message()).extracting(Object::toString).containsExactly("Constant[word=" + (1 | 4 | 8 | 3 << 8) + "]");
    }

    @Test
    void namesStandForCptrsAndAreOfferedWhenThereAreSeveral() {
        assertThat(problems("seL4_Signal(n);")).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.id()).isEqualTo("P04");
            assertThat(diagnostic.data()).containsExactly("cptr(root, 3)", "cptr(root, 4)");
        });
        assertThat(statements("seL4_Signal(cptr(root, 3)); seL4_Wait(cptr(n, rights=R), NULL); seL4_Signal(both);"))
                .extracting(statement -> ((Statement.SystemCall) statement).cptr().toString())
                .containsExactly("Constant[word=3]", "Constant[word=4]", "Constant[word=3]");
    }

    @Test
    void unknownAmbiguousAndUnreachableNamesAreToldApart() {
        assertThat(ids("seL4_Send(nobody, 0);")).containsExactly("P01");
        assertThat(ids("seL4_Send(server, 0);")).containsExactly("P04");
        assertThat(ids("seL4_Sent(ep, 0);")).containsExactly("P02");
        assertThat(ids("seL4_Send(ep);")).containsExactly("P03");
        assertThat(ids("seL4_SetMR(120, 1);")).containsExactly("P05");
        assertThat(ids("ep;")).containsExactly("P02");
    }

    @Test
    void expectationsSpeakOfTheLastErrorOrCompareWords() {
        List<Statement> statements = statements("""
                seL4_Error err = seL4_CNode_Delete(root, 9, 64);
                expect(seL4_FailedLookup);
                expect(err != seL4_NoError);
                seL4_Word sender;
                seL4_Recv(ep, &sender);
                expect(sender == 0x11);
                expect(mr[0] >= 1 << 4);
                """);
        assertThat(statements).filteredOn(Statement.Expect.class::isInstance).extracting(Object::toString)
                .satisfiesExactly(text -> assertThat(text).contains("Variable[name=err], relation=EQUAL", "word=6"),
                        text -> assertThat(text).contains("Variable[name=err], relation=NOT_EQUAL", "word=0"),
                        text -> assertThat(text).contains("Variable[name=sender], relation=EQUAL", "word=17"),
                        text -> assertThat(text).contains("MessageRegister[index=0], relation=GREATER_EQUAL", "word=16"));
    }

    @Test
    void rawSystemCallsLoadRegistersAsTheyAre() {
        Statement.SystemCall raw = (Statement.SystemCall) statements("syscall(rdx=-42, rdi=ep, r10=7);").get(0);
        assertThat(raw.number()).isEqualTo(-42);
        assertThat(raw.registers()).hasToString("{R10=Constant[word=7]}");
        assertThat(ids("syscall(rcx=1, rdx=-1);")).containsExactly("P03");
    }

    @Test
    void statementsKnowTheirPlaceWithoutTheCommentBeforeThem() {
        Statement statement = statements("\n  // a comment of C\n  seL4_Yield(\n  );").get(0);
        int first = LAYOUT.split("\n").length + 3;
        assertThat(statement.source().line()).isEqualTo(first);
        assertThat(statement.source().endLine()).isEqualTo(first + 1);
        assertThat(statement.source().text()).isEqualTo("seL4_Yield( );");
    }

    @Test
    void programsBelongToThreads() {
        assertThat(analyse(LAYOUT + "program nobody { }").diagnostics()).extracting(Diagnostic::id).contains("P06");
        assertThat(analyse(LAYOUT + "program ep { }").diagnostics()).extracting(Diagnostic::id).contains("P06");
        assertThat(analyse(LAYOUT + "program client { } program client { }").diagnostics()).extracting(Diagnostic::id)
                .contains("P06");
        Conversion conversion = convert(LAYOUT + "program w[1] { seL4_Yield(); }");
        assertThat(conversion.scenario().programs()).extracting(Program::thread).containsExactly("w[1]");
    }

    @Test
    void whatTheMachineCannotBootIsSaid() {
        assertThat(analyse("arch ia32 objects { t = tcb } program t { }").diagnostics()).extracting(Diagnostic::id)
                .contains("P07");
        assertThat(analyse("arch x86_64 objects { t = tcb  v = vcpu } program t { }").diagnostics())
                .extracting(Diagnostic::id).contains("P07");
        assertThat(convert("arch ia32 objects { t = tcb }").scenario()).isNull();
    }

    @Test
    void whatNeedsAnotherKernelConfigurationSaysWhichOption() {
        assertThat(problems("seL4_SchedContext_Bind(3, 1);")).singleElement()
                .extracting(Diagnostic::message).asString().contains("CONFIG_KERNEL_MCS", "not configured");
        assertThat(problems("seL4_TCB_SetAffinity(client, 1);")).singleElement()
                .extracting(Diagnostic::message).asString().contains("CONFIG_MAX_NUM_NODES");
        assertThat(analyse(LAYOUT + "objects { v = vcpu } program client { seL4_Yield(); }").diagnostics())
                .filteredOn(diagnostic -> diagnostic.id().equals("P07")).singleElement()
                .extracting(Diagnostic::message).asString().contains("CONFIG_VTX");
    }

    private static Analysis analyse(String text) {
        return CapdlAnalysis.analyse(text, "test.walk");
    }

    private static Conversion convert(String text) {
        return ScenarioConverter.convert(analyse(text), KernelConfig.REFERENCE);
    }

    private static List<Statement> statements(String program) {
        Analysis analysis = analyse(LAYOUT + "program client { " + program + " }");
        Conversion conversion = ScenarioConverter.convert(analysis, KernelConfig.REFERENCE);
        assertThat(conversion.scenario()).as(analysis.diagnostics().toString()).isNotNull();
        return conversion.scenario().programs().get(0).statements();
    }

    private static List<Diagnostic> problems(String program) {
        return analyse(LAYOUT + "program client { " + program + " }").diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().startsWith("P")).toList();
    }

    private static List<String> ids(String program) {
        return problems(program).stream().map(Diagnostic::id).toList();
    }
}
