package dev.trapwalk.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Value;

/** A root task boots layouts by real system calls, and says clearly when it cannot. */
class LayoutLoaderTest {

    private static final int LIMIT = 10_000;

    @Test
    void aClientCallsAServerAndBothPassTheirExpectations() {
        LoadedSystem system = LayoutLoader.load(clientAndServer().scenario());
        List<String> failed = run(system);
        assertThat(failed).isEmpty();
        assertThat(state(system, "client")).isEqualTo(ThreadState.INACTIVE);
        assertThat(state(system, "server")).isEqualTo(ThreadState.BLOCKED_ON_RECEIVE);
    }

    @Test
    void anExpectationThatDoesNotHoldIsReportedAndTheProgramGoesOn() {
        LoadedSystem system = LayoutLoader.load(clientAndServer()
                .thread("liar", 10, 0, 0).cspace("liar", "cn", 4)
                .program("liar", Layouts.expect(Value.of(1), 2), Layouts.expect(Value.of(3), 3)).scenario());
        assertThat(run(system)).containsExactly("liar: 1 != 2");
        assertThat(state(system, "liar")).isEqualTo(ThreadState.INACTIVE);
    }

    @Test
    void aThreadThatTheLayoutGivesNothingStillRunsItsProgram() {
        LoadedSystem system = LayoutLoader.load(new Layouts().thread("bare", 10, 0, 0)
                .program("bare", Layouts.call(1, 7), Layouts.expect(Value.of(1), 2)).scenario());
        assertThat(run(system)).containsExactly("bare: 1 != 2");
        assertThat(state(system, "bare")).isEqualTo(ThreadState.INACTIVE);
    }

    @Test
    void twoBootsLeaveTheSameMemory() {
        LoadedSystem a = LayoutLoader.load(clientAndServer().scenario());
        LoadedSystem b = LayoutLoader.load(clientAndServer().scenario());
        run(a);
        run(b);
        for (long paddr = 0; paddr < MemoryMap.RAM_BYTES; paddr += 8) {
            long at = PhysicalMemory.pptr(paddr);
            if (!a.machine().memory().isPresent(at) && !b.machine().memory().isPresent(at)) {
                paddr += 4096 - 8;
                continue;
            }
            assertThat(a.machine().memory().read(at)).isEqualTo(b.machine().memory().read(at));
        }
    }

    @Test
    void threadsRunInTheVSpacesOfTheLayoutWithTheirIpcBuffersMapped() {
        Layouts layout = clientAndServer();
        layout.object("pml4", ObjectType.PML4, 0).object("pdpt", ObjectType.PDPT, 0)
                .object("pd", ObjectType.PAGE_DIRECTORY, 0).object("pt", ObjectType.PAGE_TABLE, 0)
                .object("buffer", ObjectType.PAGE_4K, 0)
                .cap("pml4", 0, "pdpt").cap("pdpt", 0, "pd").cap("pd", 0, "pt").cap("pt", 16, "buffer", 3, 0)
                .thread("own", 90, 0, 0x10000).cspace("own", "cn", 4).cap("own", 1, "pml4").cap("own", 4, "buffer")
                .program("own", new Statement.SetMessageRegister(Layouts.text("seL4_SetMR(9, 7)"), 9, Value.of(7)),
                        Layouts.expect(new Value.MessageRegister(9), 7));
        LoadedSystem system = LayoutLoader.load(layout.scenario());
        assertThat(run(system)).isEmpty();
        assertThat(system.machine().memory().read(system.addresses().get("buffer") + 80)).isEqualTo(7);
        assertThat(Tcb.IPC_BUFFER.get(system.machine().memory(), system.addresses().get("own"))).isEqualTo(0x10000);
    }

    @Test
    void aMintedCapabilityIsAChildOfItsParentInTheMdb() {
        LoadedSystem system = LayoutLoader.load(new Layouts().object("ep", ObjectType.ENDPOINT, 0)
                .object("cn", ObjectType.CNODE, 4).cap("cn", 1, "ep").derived("cn", 2, "ep", 0x77, "cn", 1).scenario());
        PhysicalMemory memory = system.machine().memory();
        long parent = system.addresses().get("cn") + Cte.BYTES;
        Cap child = new Cap().load(memory, parent + Cte.BYTES);
        assertThat(EndpointCap.BADGE.get(child)).isEqualTo(0x77);
        assertThat(Cte.MDB_NEXT.get(memory, parent)).isEqualTo(parent + Cte.BYTES);
    }

    @Test
    void untypedMemoryHoldsItsObjectsAndLiesAtTheWantedAddress() {
        LoadedSystem system = LayoutLoader.load(new Layouts().object("ut", ObjectType.UNTYPED, 16, null, 0x5000000)
                .object("inner", ObjectType.UNTYPED, 12, "ut", 0x5004000)
                .object("ep", ObjectType.ENDPOINT, 0, "inner", -1)
                .object("device", ObjectType.PAGE_4K, 0, null, 0xfed00000L)
                .object("cn", ObjectType.CNODE, 4).cap("cn", 1, "ut").cap("cn", 2, "device", 3, 0).scenario());
        assertThat(system.addresses().get("ut")).isEqualTo(PhysicalMemory.pptr(0x5000000));
        assertThat(system.addresses().get("ep")).isEqualTo(PhysicalMemory.pptr(0x5004000));
        assertThat(system.addresses().get("device")).isEqualTo(PhysicalMemory.pptr(0xfed00000L));
        Cap cap = new Cap().load(system.machine().memory(), system.addresses().get("cn") + Cte.BYTES);
        assertThat(cap.type()).isEqualTo(CapType.UNTYPED);
    }

    @Test
    void aHundredThousandCapabilitiesBootWithinTheMemoryTheyNeed() {
        Layouts layout = new Layouts().object("ep", ObjectType.ENDPOINT, 0).object("cn", ObjectType.CNODE, 17);
        for (int slot = 0; slot < 100_000; slot++) {
            layout.cap("cn", slot, "ep");
        }
        LoadedSystem system = LayoutLoader.load(layout.scenario());
        Cap last = new Cap().load(system.machine().memory(), system.addresses().get("cn") + 99_999L * Cte.BYTES);
        assertThat(last.type()).isEqualTo(CapType.ENDPOINT);
        assertThat(system.machine().memory().residentBytes()).isLessThan(16L << 20);
    }

    @Test
    void aLayoutThatCannotBeBootedSaysWhatIsWrongAndWhere() {
        assertRefused(new Layouts().object("cn", ObjectType.CNODE, 4).cap("cn", 1, "nothing"), 2, "nothing");
        assertRefused(new Layouts().object("cn", ObjectType.CNODE, 4).object("ep", ObjectType.ENDPOINT, 0)
                .cap("cn", 16, "ep"), 3, "16");
        assertRefused(new Layouts().object("cn", ObjectType.CNODE, 4).object("ep", ObjectType.ENDPOINT, 0)
                .cap("cn", 1, "ep").cap("cn", 1, "ep"), 4, "seL4_DeleteFirst");
        assertRefused(new Layouts().object("ut", ObjectType.UNTYPED, 40), 1, "ut");
        assertRefused(new Layouts().object("f", ObjectType.PAGE_4K, 0, null, 0x5000800), 1, "5000800");
        assertRefused(new Layouts().object("ep", ObjectType.ENDPOINT, 0, "missing", -1), 1, "missing");
        assertRefused(new Layouts().object("a", ObjectType.UNTYPED, 12, "b", -1)
                .object("b", ObjectType.UNTYPED, 12, "a", -1), 1, "a");
        assertRefused(new Layouts().object("pml4", ObjectType.PML4, 0).object("pt", ObjectType.PAGE_TABLE, 0)
                .cap("pml4", 0, "pt"), 3, "pt");
        assertRefused(new Layouts().thread("t", 1, 0, 0).object("ep", ObjectType.ENDPOINT, 0).cap("t", 0, "ep"), 3,
                "ep");
        assertRefused(new Layouts().object("ep", ObjectType.ENDPOINT, 0).cap("ep", 0, "ep"), 2, "ep");
    }

    private static void assertRefused(Layouts layout, int line, String part) {
        Scenario scenario = layout.scenario();
        assertThatThrownBy(() -> LayoutLoader.load(scenario)).isInstanceOfSatisfying(BootException.class, refused -> {
            assertThat(refused.source().line()).as(refused.getMessage()).isEqualTo(line);
            assertThat(refused).hasMessageContaining(part);
        });
    }

    private static Layouts clientAndServer() {
        return new Layouts().object("ep", ObjectType.ENDPOINT, 0).object("cn", ObjectType.CNODE, 4)
                .thread("server", 100, 0, 0).thread("client", 100, 0, 0)
                .cspace("server", "cn", 4).cspace("client", "cn", 4)
                .cap("cn", 1, "ep").derived("cn", 2, "ep", 0x11, "cn", 1)
                .program("server", Layouts.receive(1, "badge"), Layouts.expect(new Value.Variable("badge"), 0x11),
                        Layouts.expect(new Value.MessageRegister(0), 42),
                        Layouts.expect(new Value.MessageRegister(5), 6),
                        Layouts.replyReceive(1, 43))
                .program("client", Layouts.call(2, 42, 2, 3, 4, 5, 6),
                        Layouts.expect(new Value.MessageRegister(0), 43));
    }

    private static List<String> run(LoadedSystem system) {
        List<String> failed = new ArrayList<>();
        system.code().setExpectationListener((program, expectation, actual, expected) ->
                failed.add(program.thread() + ": " + actual + " != " + expected));
        assertThat(system.machine().run(LIMIT)).isLessThan(LIMIT);
        return failed;
    }

    private static ThreadState state(LoadedSystem system, String thread) {
        return ThreadState.of(Tcb.STATE.get(system.machine().memory(), system.addresses().get(thread)));
    }
}
