package dev.trapwalk.engine.session.scenario;

import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.G;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.P;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.R;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.W;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.program.Statement;

/**
 * Scenarios of three threads that do anything: right and wrong system calls, faults, invocations that change the
 * CSpace.
 */
public final class RandomScenarios {

    private RandomScenarios() {
    }

    /** Any scenario. */
    public static Arbitrary<Scenario> any() {
        Arbitrary<List<Statement>> program = statement().list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<Integer> priority = Arbitraries.of(90, 100, 110);
        return Combinators.combine(program, program, program, priority, priority).as((a, b, c, p, q) ->
                new ScenarioBuilder().endpoint("ep").object("ntfn", ObjectType.NOTIFICATION, 0)
                        .object("ut", ObjectType.UNTYPED, 12).cnode("root", 4)
                        .thread("a", "root", p, 1).thread("b", "root", q, 0).thread("c", "root", 100, 1)
                        .cap("root", 1, "ep", W | R | G | P, 0x11).cnodeCap("root", 2, "root", 0, 60)
                        .cap("root", 3, "ut", 15, 0).cap("root", 4, "a", 15, 0).cap("root", 5, "ntfn", 15, 0x100)
                        .cap("root", 6, "ep", W, 0)
                        .program("a", a.toArray(Statement[]::new)).program("b", b.toArray(Statement[]::new))
                        .program("c", c.toArray(Statement[]::new)).build("random"));
    }

    private static Arbitrary<Statement> statement() {
        Arbitrary<Long> slot = Arbitraries.longs().between(0, 12);
        Arbitrary<Statement> ipc = Combinators.combine(Arbitraries.of(Syscall.CALL, Syscall.SEND, Syscall.RECV,
                Syscall.REPLY_RECV, Syscall.NB_SEND, Syscall.NB_RECV, Syscall.REPLY), slot,
                Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 1))
                .as((syscall, cptr, length, caps) -> Libsel4.ipc(1, syscall, cptr, Libsel4.info(0, caps, length)));
        Arbitrary<Statement> copy = Combinators.combine(slot, slot, Arbitraries.longs().between(0, 15))
                .as((to, from, rights) -> Libsel4.copy(2, 2, to, 64, 2, from, 64, rights));
        Arbitrary<Statement> slots = Combinators.combine(Arbitraries.of(InvocationLabel.CNODE_DELETE,
                InvocationLabel.CNODE_REVOKE), Arbitraries.of(1L, 5L, 6L, 7L, 8L, 9L))
                .as((label, index) -> Libsel4.invoke(3, "CNode", label, 2, List.of(), index, 64));
        Arbitrary<Statement> retype = slot.map(offset -> Libsel4.invoke(4, "Untyped_Retype",
                InvocationLabel.UNTYPED_RETYPE,
                3, List.of(2L), 2, 0, 0, 0, offset, 1));
        Arbitrary<Statement> other = Arbitraries.of(Libsel4.yieldCpu(5), Libsel4.raw(6, -42, 7), Libsel4.load(7, 0x10),
                Libsel4.setMr(8, 0, 9), Libsel4.setCap(9, 0, 1),
                Libsel4.invoke(10, "TCB_Suspend", InvocationLabel.TCB_SUSPEND, 4, List.of()),
                Libsel4.invoke(11, "TCB_Resume", InvocationLabel.TCB_RESUME, 4, List.of()));
        return Arbitraries.frequencyOf(Tuple.of(4, ipc), Tuple.of(2, copy),
                Tuple.of(1, slots), Tuple.of(1, retype), Tuple.of(2, other));
    }
}
