package dev.trapwalk.engine.session;

import java.util.List;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Programs;
import dev.trapwalk.engine.session.target.Target;

/**
 * A machine small enough to know all its marks by heart: two threads take turns; each unit enters toy_trap (points 1
 * entry, 2 even?, then for even units 3..5 toy_work with its action, and the return last) and counts up a word.
 */
final class ToyMachine implements Target {

    static final KernelFunction TRAP = KernelFunction.of(ToyMachine.class, "toy_trap", Phase.TRAP, "count:count");
    static final KernelPoint EVEN = TRAP.check("even", "count:count");
    static final KernelFunction WORK = KernelFunction.of(ToyMachine.class, "toy_work", Phase.PERFORM, "thread:tcb");
    static final KernelPoint WRITE = WORK.action("write", "value:count");

    static final long COUNTER = PhysicalMemory.pptr(0x300000);
    static final long LAST = COUNTER + 8;
    static final long CLIENT = PhysicalMemory.pptr(0x310000) + Tcb.TCB_OFFSET;
    static final long SERVER = PhysicalMemory.pptr(0x311000) + Tcb.TCB_OFFSET;

    private final PhysicalMemory memory = new PhysicalMemory(8 << 20);
    private final Path path = new Path();
    private final long end;

    /** A machine that runs {@code units} units and ends. */
    ToyMachine(long units) {
        end = units;
        memory.write(KernelGlobals.KS_CUR_THREAD, CLIENT);
        Tcb.STATE.set(memory, CLIENT, 1);
        Tcb.STATE.set(memory, SERVER, 1);
    }

    @Override
    public PhysicalMemory memory() {
        return memory;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Advance advance() {
        long count = memory.read(COUNTER);
        if (count == end) {
            return Advance.ENDED;
        }
        path.enter(TRAP, count, 0, 0, 0);
        memory.write(COUNTER, count + 1);
        if (path.decide(EVEN, count % 2 == 0, count, 0, 0, 0)) {
            path.enter(WORK, memory.read(KernelGlobals.KS_CUR_THREAD), 0, 0, 0);
            memory.write(LAST, count);
            path.act(WRITE, count, 0, 0, 0);
            path.leave(1);
        }
        path.leave(0);
        memory.write(KernelGlobals.KS_CUR_THREAD, count % 2 == 0 ? SERVER : CLIENT);
        return Advance.KERNEL;
    }

    @Override
    public ObjectTable objects() {
        return new ObjectTable(List.of(new NamedObject("client", ObjectType.TCB, CLIENT, 11, SourcePlace.NONE),
                new NamedObject("server", ObjectType.TCB, SERVER, 11, SourcePlace.NONE)));
    }

    @Override
    public Programs programs() {
        return Programs.NONE;
    }
}
