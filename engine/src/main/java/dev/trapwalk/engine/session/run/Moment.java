package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.KernelPoint;

/** What a breakpoint looks at: the machine where it passes a point, or in user mode. One object, filled again and again. */
final class Moment {

    final PhysicalMemory memory;
    /** The point passed, or null in user mode. */
    KernelPoint point;
    boolean outcome;
    long a;
    long b;
    long c;
    long d;
    /** The thread for which the kernel works, or that is about to run. */
    long thread;

    Moment(PhysicalMemory memory) {
        this.memory = memory;
    }

    Moment at(KernelPoint passed, boolean result, long thread, long a, long b, long c, long d) {
        this.point = passed;
        this.outcome = result;
        this.thread = thread;
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        return this;
    }
}
