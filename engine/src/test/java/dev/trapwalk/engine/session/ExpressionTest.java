package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.expression.Compiler;
import dev.trapwalk.engine.session.expression.Completion;
import dev.trapwalk.engine.session.expression.Env;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;

/**
 * The expression language over a small memory with a thread, a CNode and an endpoint capability with badge 0x11 in
 * cn[3].
 */
class ExpressionTest {

    private static final long CLIENT = PhysicalMemory.pptr(0x310000) + Tcb.TCB_OFFSET;
    private static final long CN = PhysicalMemory.pptr(0x320000);
    private static final long EP = PhysicalMemory.pptr(0x330000);

    private final PhysicalMemory memory = new PhysicalMemory(8 << 20);
    private final ObjectTable objects = new ObjectTable(List.of(
            new NamedObject("client", ObjectType.TCB, CLIENT, 11, SourcePlace.NONE),
            new NamedObject("cn", ObjectType.CNODE, CN, 9, SourcePlace.NONE),
            new NamedObject("ep", ObjectType.ENDPOINT, EP, 4, SourcePlace.NONE)));
    private final Scope scope = Scope.of(objects);
    private final Env env = new Env(memory::read, memory.registerFile());

    ExpressionTest() {
        Tcb.STATE.set(memory, CLIENT, 3);
        Tcb.PRIORITY.set(memory, CLIENT, 100);
        Cap cap = new Cap().clear(CapType.ENDPOINT);
        EndpointCap.PTR.set(cap, EP);
        EndpointCap.CAN_SEND.set(cap, 1);
        EndpointCap.BADGE.set(cap, 0x11);
        cap.store(memory, CN + 3 * 32);
        Cap root = new Cap().clear(CapType.CNODE);
        CNodeCap.PTR.set(root, CN);
        CNodeCap.RADIX.set(root, 4);
        CNodeCap.GUARD_SIZE.set(root, 60);
        root.store(memory, Tcb.slot(CLIENT, Tcb.CTABLE));
        memory.write(memory.registerFile() + 8L * Register.RDI.ordinal(), 3);
        memory.write(memory.registerFile() + 8L * Register.R10.ordinal(), 42);
        env.thread = CLIENT;
    }

    private String text(String expression) {
        return Compiler.expression(scope, expression).text(env);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 + 2 * 3; 7", "(1 + 2) * 3; 9", "0x10 | 1; 17", "10 % 4 == 2; true", "1 << 4; 16", "-1 > 5; true",
        "!(1 == 2) && 3 >= 3; true", "thread(\"client\").state; BlockedOnReceive",
        "client.state == BlockedOnReceive; true", "client.state == ThreadState_Running; false",
        "client.priority; 100", "slot(cn, 3).badge; 17", "slot(cn, 3).type == endpoint; true",
        "cap.type == endpoint && !cap.canGrant; true", "cap.canSend; true", "hex(rdi); 0x3", "mr[0]; 42",
        "cap; cn[3]  endpoint ep  W  badge 0x11", "lookup(client, 5).isNull; true", "cap.endpoint == ep; true",
        "text(cap.type) == \"endpoint\"; true", "error == seL4_FailedLookup; false", "error; seL4_NoError (0)",
        "client.ctable.radix; 4", "client.tcbPriority; 100", "7 / 0; 0", "syscall == Call; false",
    })
    void evaluates(String expression, String result) {
        assertThat(text(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 +; 4", "cap.typ == endpoint; 5", "nobody.state; 8", "client.state == Runing; 17", "\"a; 1", "1 2; 3",
        "thread(\"server\"); 8", "client == ep; 8", "cap.type && true; 5", "hex(rdi) + 1; 1", "foo(1); 1",
        "99999999999999999999; 1",
    })
    void errorsStandAtTheirColumn(String expression, int column) {
        assertThatThrownBy(() -> Compiler.condition(scope, expression)).isInstanceOf(ExpressionException.class)
                .satisfies(e -> assertThat(((ExpressionException) e).column()).as(e.getMessage()).isEqualTo(column));
    }

    @Test
    void templatesMixTextAndValues() {
        assertThat(Compiler.template(scope, "{{cptr}} {hex(cptr)}: {cap} at prio {client.priority}").text(env))
                .isEqualTo("{cptr} 0x3: cn[3]  endpoint ep  W  badge 0x11 at prio 100");
    }

    @Test
    void proposesMembersConstantsAndNames() {
        assertThat(proposals("cap.can")).containsExactly("canSend", "canReceive", "canGrant", "canGrantReply");
        assertThat(proposals("1 == 2 && client.state == Blo")).containsExactly("BlockedOnReceive", "BlockedOnSend",
                "BlockedOnReply", "BlockedOnNotification");
        assertThat(proposals("slot(cn, 3).bad")).containsExactly("badge");
        assertThat(proposals("cl")).containsExactly("client");
        assertThat(proposals("thr")).containsExactly("thread(");
    }

    @Test
    void deepNestingIsRefusedNotCrashed() {
        assertThatThrownBy(() -> Compiler.expression(scope, "(".repeat(100_000) + "1"))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void aSumWithoutEndIsRefusedNotCrashed() {
        assertThatThrownBy(() -> text("1" + "+1".repeat(100_000))).isInstanceOf(ExpressionException.class);
        assertThat(text("1" + "+1".repeat(900))).isEqualTo("901");
    }

    private List<String> proposals(String text) {
        return Completion.propose(scope, text, text.length()).stream().map(Completion.Proposal::text).toList();
    }
}
