package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.session.expression.Env;

/**
 * What a breakpoint looks at: the machine where it passes a point, or in user mode. One object, filled again and
 * again.
 */
final class Moment extends Env {

    Moment(PhysicalMemory memory) {
        super(memory::peek, memory.registerFile());
    }

    Moment at(boolean result, long entered, long first, long second, long third, long fourth) {
        outcome = result;
        thread = entered;
        a = first;
        b = second;
        c = third;
        d = fourth;
        return this;
    }
}
