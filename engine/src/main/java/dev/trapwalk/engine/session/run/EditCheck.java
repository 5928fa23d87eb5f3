package dev.trapwalk.engine.session.run;

import java.util.Optional;
import java.util.Set;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * Refuses values that the kernel itself would consider impossible: what it relies on everywhere and never checks
 * again. Works on a picture, so that front ends can tell before they ask the session.
 */
public final class EditCheck {

    /** Links between objects: one end cannot be changed without the other. */
    private static final Set<String> LINKS = Set.of("mdbPrev", "mdbNext", "tcbSchedNext", "tcbSchedPrev", "tcbEPNext",
            "tcbEPPrev", "epQueue_head", "epQueue_tail", "ntfnQueue_head", "ntfnQueue_tail", "ntfnBoundTCB",
            "tcbBoundNotification", "tcbQueued", "blockingObject");
    private static final long CANONICAL_HIGH = 0xffff_8000_0000_0000L;

    private final MachineImage machine;

    /** Judges edits of the machine as it is in that picture. */
    public EditCheck(MachineImage machine) {
        this.machine = machine;
    }

    /** Why a value cannot be set, or empty. */
    public Optional<String> problem(FieldRef place, long value) {
        BitField field = place.field();
        if (field.in(field.put(0, value)) != value) {
            return refuse("edit.doesNotFit", field.name(), field.width());
        }
        if (LINKS.contains(field.name())) {
            return refuse("edit.link", field.name());
        }
        if (field.equals(Tcb.STATE)) {
            return state(place.base(), value);
        }
        if (field.equals(Tcb.PRIORITY) || field.equals(Tcb.MCP)) {
            return limit(field, value, KernelConfig.NUM_PRIORITIES);
        }
        if (field.equals(CapType.TYPE) && CapType.ofTag((int) value) == CapType.INVALID) {
            return refuse("edit.capType", value);
        }
        boolean instructionPointer = place.address() == machine.registerAddress(Register.NEXT_IP);
        return instructionPointer && (value & CANONICAL_HIGH) != 0 && (value & CANONICAL_HIGH) != CANONICAL_HIGH
                ? refuse("edit.notCanonical") : Optional.empty();
    }

    private static Optional<String> limit(BitField field, long value, int limit) {
        return Long.compareUnsigned(value, limit) >= 0 ? refuse("edit.outOfRange", field.name(), limit - 1)
                : Optional.empty();
    }

    /** A thread that can run is current or in a ready queue; one that waits is in the queue of what it waits for. */
    private Optional<String> state(long tcb, long value) {
        ThreadState wanted = ThreadState.of(value);
        ThreadState now = ThreadState.of(machine.get(Tcb.STATE, tcb));
        if (wanted == null || wanted == ThreadState.IDLE) {
            return refuse("edit.noState", value);
        }
        boolean scheduled = machine.isSet(Tcb.QUEUED, tcb) || machine.read(KernelGlobals.KS_CUR_THREAD) == tcb;
        boolean possible = switch (wanted) {
            case RUNNING, RESTART -> scheduled;
            case INACTIVE -> !waitsInQueue(now);
            default -> wanted == now;
        };
        return possible ? Optional.empty() : refuse("edit.state", machine.describe().thread(tcb), wanted.label());
    }

    private static boolean waitsInQueue(ThreadState state) {
        return state == ThreadState.BLOCKED_ON_RECEIVE || state == ThreadState.BLOCKED_ON_SEND
                || state == ThreadState.BLOCKED_ON_NOTIFICATION;
    }

    private static Optional<String> refuse(String key, Object... arguments) {
        return Optional.of(Messages.get(key, arguments));
    }
}
