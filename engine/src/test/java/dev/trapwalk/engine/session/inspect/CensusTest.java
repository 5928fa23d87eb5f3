package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.state.MachineImage;

/** Which objects there are and who holds capabilities to them. */
class CensusTest {

    private static List<String> holders(Census census, long slot) {
        return census.like(slot).stream().map(census.machine().describe()::slot).toList();
    }

    @Test
    void aCopiedCapabilityIsHeldOnceMore() {
        try (Stops stops = new Stops("cnode-copy")) {
            Census before = Census.of(stops.machine());
            long first = stops.object("root") + Cte.BYTES;
            int held = holders(before, first).size();
            assertThat(holders(before, first)).contains("root[1]").doesNotContain("root[9]");

            MachineImage later = stops.systemCall();
            Census after = before.next(later);
            assertThat(holders(after, first)).contains("root[1]", "root[9]").hasSize(held + 1);
            assertThat(after.objects()).isEqualTo(Census.of(later).objects());
            assertThat(after.next(before.machine()).objects()).isEqualTo(before.objects());
        }
    }

    @Test
    void everyObjectOfTheLayoutIsThereWithItsName() {
        try (Stops stops = new Stops("call-fastpath")) {
            List<KernelObject> objects = Census.of(stops.machine()).objects();
            assertThat(objects).filteredOn(KernelObject::inLayout).extracting(KernelObject::name)
                    .containsExactlyInAnyOrder("ep", "client", "server", "client_cspace", "server_cspace");
            assertThat(objects).filteredOn(object -> object.name().equals("ep")).singleElement()
                    .satisfies(ep -> {
                        assertThat(ep.what().type()).isEqualTo(CapType.ENDPOINT);
                        assertThat(ep.end() - ep.start()).isEqualTo(16);
                        assertThat(ep.holders()).extracting(slot -> stops.machine().describe().slot(slot))
                                .contains("client_cspace[1]", "server_cspace[1]").hasSize(3)
                                .anyMatch(slot -> slot.startsWith("init_cnode["));
                    });
            assertThat(objects).extracting(KernelObject::name).contains("init_thread", "init_cnode");
        }
    }

    @Test
    void objectsMadeWhileItRunsAppearInTheirUntyped() {
        try (Stops stops = new Stops("objects")) {
            Census before = Census.of(stops.machine());
            MachineImage now = stops.machine();
            for (int i = 0; i < 12; i++) {
                now = stops.systemCall();
            }
            Census after = before.next(now);
            assertThat(after.objects().size()).isGreaterThan(before.objects().size());
            assertThat(after.objects()).isEqualTo(Census.of(now).objects());
        }
    }

    @Test
    void aStepThatChangesNoCapabilityIsCountedForNothing() {
        try (Stops stops = new Stops("cnode-copy")) {
            Census before = Census.of(stops.machine());
            Census trapped = before.next(stops.into());
            assertThat(trapped.hasSameCapabilities(before)).isTrue();
            assertThat(trapped.next(stops.systemCall()).hasSameCapabilities(before)).isFalse();
        }
    }

    @Test
    void aSlotIsReachedByTheCptrThatTheLookupTakesThere() {
        try (Stops stops = new Stops("two-levels")) {
            Census census = Census.of(stops.machine());
            int ways = 0;
            for (KernelObject object : census.objects()) {
                for (var entry : Reach.to(census, object.holders()).entrySet()) {
                    for (Reach reach : entry.getValue()) {
                        assertThat(CSpaceWalk.from(census.machine(), Tcb.slot(reach.thread(), Tcb.CTABLE),
                                reach.cptr(), reach.depth()).slot())
                                .as(census.machine().describe().slot(entry.getKey())).isEqualTo(entry.getKey());
                        ways++;
                    }
                }
            }
            assertThat(ways).isGreaterThan(2);
        }
    }
}
