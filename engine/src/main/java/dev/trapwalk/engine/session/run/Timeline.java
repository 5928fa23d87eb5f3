package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.CreationListener;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.point.Probe;
import dev.trapwalk.engine.session.Branch.Edit;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.history.UndoJournal;
import dev.trapwalk.engine.session.state.PathLog;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Target;

/**
 * The machine in time: runs units forwards, and puts the machine back to the start of a unit. A stop in the middle of
 * a unit leaves the kernel's Java stack; to go on from there, the unit is undone and run again, silently, up to that
 * point.
 */
final class Timeline {

    private static final int LAST_ADVANCE = 0;
    /** First of the side words that others may use. */
    static final int FREE_SIDE_WORDS = 1;

    private final Target target;
    private final PhysicalMemory memory;
    private final Path path;
    private final UndoJournal journal;
    private final ObjectNames names;
    private final PathLog.Recorder recorder = new PathLog.Recorder();
    private final boolean[] all = new boolean[Catalogue.size()];
    private final Probe exactProbe = this::passed;
    private List<Edit> edits = new ArrayList<>();
    private PointVisitor visitor;
    private Mark furthest = Mark.START;
    private PathLog log = PathLog.EMPTY;
    private long unit;
    private int point;
    private long entered;
    private RuntimeException failure;

    Timeline(Target target, long historyBytes) {
        this.target = target;
        this.memory = target.memory();
        this.path = target.path();
        this.journal = new UndoJournal(memory, historyBytes);
        this.names = new ObjectNames(target.objects());
        Arrays.fill(all, true);
        memory.setJournal(journal);
        target.observeCreations(new CreationListener() {
            @Override
            public void created(ObjectType type, long address, int sizeBits, long slot) {
                names.created(unit, type, address, sizeBits, slot);
            }

            @Override
            public void deleted(long address) {
                names.deleted(unit, address);
            }
        });
        journal.setSide(LAST_ADVANCE, Advance.USER.ordinal());
        arrive();
    }

    /** Runs the unit that begins here and tells {@code probe} of the armed points; it may throw {@link Leave}. */
    Outcome fast(Probe probe, boolean[] armed) {
        path.unwind();
        if (!edits.isEmpty() && isEditedWithin()) {
            path.attach(editing(probe, armed), all);
        } else if (armed == null) {
            path.detach();
        } else {
            path.attach(probe, armed);
        }
        try {
            return completed(target.advance());
        } catch (Leave left) {
            return Outcome.STOPPED;
        } catch (RuntimeException notModelled) {
            rewindUnit();
            return exact((number, passed, outcome, depth, a, b, c, d) -> false, () -> { });
        } catch (VirtualMachineError halfDone) {
            rewindUnit();
            throw halfDone;
        }
    }

    /**
     * Runs the unit that begins here and shows every point to a visitor; stops where that says. If it says so nowhere,
     * {@code atEnd} is called when all is done that belongs to the unit.
     */
    Outcome exact(PointVisitor pointVisitor, Runnable atEnd) {
        visitor = pointVisitor;
        recorder.begin();
        path.unwind();
        path.attach(exactProbe, all);
        try {
            Advance advance = target.advance();
            atEnd.run();
            return completed(advance);
        } catch (Leave left) {
            stand(recorder.count());
            return Outcome.STOPPED;
        } catch (RuntimeException notModelled) {
            int last = recorder.count();
            if (last == 0) {
                rewindUnit();
            } else {
                stand(last);
            }
            failure = notModelled;
            return Outcome.FAILED;
        } catch (VirtualMachineError halfDone) {
            rewindUnit();
            throw halfDone;
        }
    }

    private void passed(KernelPoint at, boolean outcome, long a, long b, long c, long d) {
        int depth = path.depth();
        recorder.append(at, outcome, depth, a, b, c, d);
        int number = recorder.count();
        if (!edits.isEmpty()) {
            applyEdits(number);
        }
        if (visitor.stopAt(number, at, outcome, depth, a, b, c, d)) {
            throw Leave.NOW;
        }
    }

    private void stand(int number) {
        point = number;
        log = recorder.log();
        reached();
    }

    private Outcome completed(Advance advance) {
        if (advance == Advance.ENDED) {
            return Outcome.ENDED;
        }
        journal.setSide(LAST_ADVANCE, advance.ordinal());
        unit++;
        arrive();
        return Outcome.COMPLETED;
    }

    private void arrive() {
        journal.beginUnit(unit);
        names.keepFrom(journal.oldestUnit());
        settle();
    }

    private void settle() {
        point = 0;
        log = PathLog.EMPTY;
        failure = null;
        entered = memory.peek(KernelGlobals.KS_CUR_THREAD);
        if (!edits.isEmpty()) {
            applyEdits(0);
            entered = memory.peek(KernelGlobals.KS_CUR_THREAD);
        }
        reached();
    }

    private void reached() {
        if (unit > furthest.unit() || unit == furthest.unit() && point > furthest.point()) {
            furthest = mark();
        }
    }

    private boolean isEditedWithin() {
        return edits.stream().anyMatch(edit -> edit.mark().unit() == unit && edit.mark().point() > 0);
    }

    /** A probe that sets again what was edited at points of this unit, and hands on the armed ones. */
    private Probe editing(Probe probe, boolean[] armed) {
        int[] number = {0};
        return (at, outcome, a, b, c, d) -> {
            applyEdits(++number[0]);
            if (armed != null && armed[at.index()]) {
                probe.passed(at, outcome, a, b, c, d);
            }
        };
    }

    private void applyEdits(int number) {
        for (Edit edit : edits) {
            if (edit.mark().unit() == unit && edit.mark().point() == number) {
                memory.write(edit.address(), edit.value());
            }
        }
    }

    /** Puts the machine back to user mode before the current unit. */
    void rewindUnit() {
        rewindTo(unit);
    }

    /** Puts the machine back to user mode before a unit that is not older than {@link #oldestUnit()}. */
    void rewindTo(long earlier) {
        journal.undoTo(earlier);
        names.forgetFrom(earlier);
        unit = earlier;
        settle();
    }

    /** Sets a word here, in a way that survives going back and forth. */
    void edit(long address, long value) {
        edits.add(new Edit(mark(), address, value));
        memory.write(address, value);
    }

    /** The edits of this branch. */
    List<Edit> edits() {
        return List.copyOf(edits);
    }

    /** Replaces the edits; the machine must be at or before the first that differs. */
    void setEdits(List<Edit> others, Mark branchFurthest) {
        edits = new ArrayList<>(others);
        furthest = branchFurthest;
    }

    /** The points of the last unit that was run point by point. */
    PathLog unitLog() {
        return recorder.log();
    }

    /** Takes back that looking elsewhere has brought the machine further than a person did. */
    void setFurthest(Mark mark) {
        furthest = mark;
    }

    Mark mark() {
        return new Mark(unit, point);
    }

    long unit() {
        return unit;
    }

    int point() {
        return point;
    }

    PathLog log() {
        return log;
    }

    /** The thread that was current when this unit began. */
    long entered() {
        return entered;
    }

    /** Whether the thread that runs stands at the beginning of a statement. */
    boolean atStatement() {
        return target.programs().atStart(memory::peek, entered);
    }

    /** What the unit before the current one did. */
    Advance lastAdvance() {
        return Advance.values()[(int) journal.side(LAST_ADVANCE)];
    }

    Mark furthest() {
        return furthest;
    }

    long oldestUnit() {
        return journal.oldestUnit();
    }

    /** Why the last unit failed, or null. */
    RuntimeException failure() {
        return failure;
    }

    /** The objects that there are now, with their names. */
    ObjectTable objects() {
        return names.table();
    }

    /** Is another number whenever objects were made or deleted since. */
    long objectsVersion() {
        return names.version();
    }

    /** Whether an object's last capability was deleted; its memory still has its name. */
    boolean isDeleted(NamedObject object) {
        return names.isDeleted(object);
    }

    UndoJournal journal() {
        return journal;
    }

    Target target() {
        return target;
    }

    PhysicalMemory memory() {
        return memory;
    }

    Path path() {
        return path;
    }
}
