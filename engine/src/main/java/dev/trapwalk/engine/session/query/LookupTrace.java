package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.PathLog;

/**
 * A lookup that the kernel really made in a system call, level by level, read from the points that resolveAddressBits
 * passed (manual, "Capability Addressing").
 *
 * @param cptr what was looked up
 * @param depth number of its bits that counted
 * @param levels CNodes passed, outermost first; the last one is where it failed
 */
public record LookupTrace(long cptr, int depth, List<Level> levels) {

    /**
     * One CNode on the way.
     *
     * @param slot where its capability lies; 0 if that cannot be told
     * @param bits bits not yet resolved when it is reached
     * @param guardBits number of guard bits
     * @param guard the capability's guard
     * @param found the bits of the CPtr in the guard's place
     * @param radixBits number of index bits
     * @param index the index; -1 if the lookup failed before
     * @param guardMatches whether the guard was found in the CPtr
     * @param passed whether the lookup went on from here or ended well
     */
    public record Level(long slot, int bits, int guardBits, long guard, long found, int radixBits, long index,
            boolean guardMatches, boolean passed) {
    }

    private static final String FUNCTION = "resolveAddressBits";

    public LookupTrace {
        levels = List.copyOf(levels);
    }

    /** The last lookup of a system call that failed in a CNode; empty if all succeeded or there was no CNode. */
    public static Optional<LookupTrace> failed(UnitRecord unit) {
        PathLog path = unit.path();
        for (int number = path.count(); number > 0; number--) {
            KernelPoint point = path.point(number);
            if (isOfLookup(point) && point.kind() == KernelPoint.Kind.CHECK && !path.outcome(number)
                    && !point.name().equals("node_is_cnode")) {
                return Optional.of(read(unit, entryOf(path, number), number));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfLookup(KernelPoint point) {
        return point.function().name().equals(FUNCTION);
    }

    private static int entryOf(PathLog path, int number) {
        int entry = number;
        while (path.point(entry).kind() != KernelPoint.Kind.ENTRY || !isOfLookup(path.point(entry))) {
            entry--;
        }
        return entry;
    }

    private static LookupTrace read(UnitRecord unit, int entry, int last) {
        List<Level> levels = new ArrayList<>();
        long slot = 0;
        PassedPoint level = null;
        PassedPoint guard = null;
        for (int number = entry + 1; number <= last; number++) {
            PassedPoint passed = unit.path().get(number);
            switch (passed.point().name()) {
                case "level" -> level = passed;
                case "guard_matches" -> guard = passed;
                case "slot_indexed" -> {
                    levels.add(level(slotOf(unit, slot, level, guard), level, guard, operand(passed, 1), true));
                    slot = operand(passed, 0);
                    guard = null;
                }
                default -> { }
            }
        }
        if (guard != null) {
            levels.add(level(slotOf(unit, slot, level, guard), level, guard, -1, false));
        }
        PassedPoint begin = unit.path().get(entry);
        return new LookupTrace(operand(begin, 1), (int) operand(begin, 2), levels);
    }

    private static Level level(long slot, PassedPoint level, PassedPoint guard, long index, boolean passed) {
        return new Level(slot, (int) operand(level, 3), (int) operand(level, 1), operand(guard, 1), operand(guard, 0),
                (int) operand(level, 2), index, guard.outcome(), passed);
    }

    private static long operand(PassedPoint passed, int index) {
        return passed.operands().get(index);
    }

    /** The first CNode comes in a variable: it is one of the capabilities that the call can name. */
    private static long slotOf(UnitRecord unit, long indexed, PassedPoint level, PassedPoint guard) {
        if (indexed != 0) {
            return indexed;
        }
        MachineImage machine = unit.before();
        LongStream named = LongStream.concat(LongStream.of(machine.register(Register.CAP)), extraCaps(unit));
        return Stream.concat(Stream.of(Tcb.slot(unit.thread(), Tcb.CTABLE)),
                named.mapToObj(cptr -> CSpaceWalk.of(machine, unit.thread(), cptr).slot()))
                .filter(slot -> slot != 0 && machine.read(slot) == operand(level, 0)
                        && machine.get(CNodeCap.GUARD, slot) == operand(guard, 1))
                // The invoked one first: the thread's own root is the same CNode as often as not.
                .reduce((first, second) -> first == Tcb.slot(unit.thread(), Tcb.CTABLE) && isOperation(unit)
                        ? second : first).orElse(0L);
    }

    private static boolean isOperation(UnitRecord unit) {
        for (int number = 1; number <= unit.path().count(); number++) {
            if (unit.path().point(number).function().name().equals("lookupSlotForCNodeOp")) {
                return true;
            }
        }
        return false;
    }

    private static LongStream extraCaps(UnitRecord unit) {
        MachineImage machine = unit.before();
        long buffer = Tcb.slot(unit.thread(), Tcb.BUFFER);
        if (CapType.of(machine.read(buffer)) != CapType.FRAME) {
            return LongStream.empty();
        }
        long pageMask = (1L << 12 + 9 * machine.get(FrameCap.SIZE, buffer)) - 1;
        long base = machine.get(FrameCap.BASE_PTR, buffer) + (machine.get(Tcb.IPC_BUFFER, unit.thread()) & pageMask);
        return LongStream.range(0, 3).map(index -> machine.read(base + 8L * (IpcBuffer.CAPS_OR_BADGES + index)));
    }
}
