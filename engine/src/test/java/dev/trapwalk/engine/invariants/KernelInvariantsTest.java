package dev.trapwalk.engine.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random layouts and random system calls: no exception escapes, and the kernel's invariants hold after every call. */
class KernelInvariantsTest {

    /** Tries times calls: 100,000 system calls a run. */
    private static final int TRIES = 500;
    private static final int CALLS = 200;

    @Property(tries = TRIES)
    void invariantsHoldAfterEverySystemCall(@ForAll long seed) {
        RandomSystem system = new RandomSystem(seed);
        check(system, -1);
        system.start();
        for (int call = 0; call < CALLS; call++) {
            boolean alive = system.trap();
            check(system, call);
            if (!alive) {
                system = new RandomSystem(seed + call + 1);
                system.start();
            }
        }
    }

    private static void check(RandomSystem system, int call) {
        assertThat(new KernelInvariants(system.machine().memory(), system.machine().kernel().config(), system.slots())
                .violations()).as("after call " + call).isEmpty();
    }
}
