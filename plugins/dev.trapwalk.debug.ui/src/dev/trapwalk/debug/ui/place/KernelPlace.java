package dev.trapwalk.debug.ui.place;

import dev.trapwalk.debug.core.breakpoint.WatchedPlace;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.debug.core.model.WalkValue;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.Variable;
import java.util.Optional;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

/**
 * Something of a machine that can be selected in one view and shown in another: a slot, or an object.
 *
 * @param target the machine
 * @param slot kernel window address of a slot; 0 if an object is meant
 * @param object what is meant, or what the slot's capability stands for
 * @param word kernel window address of the one word of the object that is meant; 0 for all of it
 */
public record KernelPlace(WalkDebugTarget target, long slot, CapObject object, long word) implements WatchablePlace {

    /** A slot, as it is at the last stop. */
    public static KernelPlace slot(WalkDebugTarget target, long slot) {
        CapObject object = target.stopState().map(StopState::machine)
                .map(machine -> CapObject.of(machine.read(slot), machine.read(slot + 8)))
                .orElse(CapObject.of(0, 0));
        return new KernelPlace(target, slot, object, 0);
    }

    /** An object. */
    public static KernelPlace object(WalkDebugTarget target, CapObject object) {
        return new KernelPlace(target, 0, object, 0);
    }

    /** A word of an object, by its kernel window address. */
    public static KernelPlace word(WalkDebugTarget target, CapObject object, long address) {
        return new KernelPlace(target, 0, object, address & -Long.BYTES);
    }

    /** A thread. */
    public static KernelPlace thread(WalkDebugTarget target, long tcb) {
        return object(target, new CapObject(CapType.THREAD, tcb, Tcb.SIZE_BITS));
    }

    /** What is selected; empty if that has no place in the kernel's memory. */
    public static Optional<KernelPlace> of(ISelection selection) {
        return selection instanceof IStructuredSelection structured && structured.size() == 1
                ? of(structured.getFirstElement()) : Optional.empty();
    }

    private static Optional<KernelPlace> of(Object element) {
        if (element instanceof WatchablePlace watchable) {
            return watchable.place();
        }
        if (element instanceof WalkValue value) {
            return of(value.variable());
        }
        if (element instanceof WalkVariable variable) {
            return of(variable.getDebugTarget(), variable.variable());
        }
        WalkThread thread = element instanceof WalkStackFrame frame ? frame.getThread()
                : element instanceof WalkThread selected ? selected : null;
        return Optional.ofNullable(thread).map(found -> thread(found.getDebugTarget(), found.tcb()));
    }

    private static Optional<KernelPlace> of(WalkDebugTarget target, Variable variable) {
        long value = variable.value();
        return value == 0 ? Optional.empty() : switch (variable.kind()) {
            case SLOT -> Optional.of(slot(target, value));
            case CAP -> variable.storage().map(place -> slot(target, place.base()));
            case TCB -> Optional.of(thread(target, value));
            case ENDPOINT -> Optional.of(object(target, new CapObject(CapType.ENDPOINT, value, Endpoint.SIZE_BITS)));
            case NOTIFICATION -> Optional.of(object(target,
                    new CapObject(CapType.NOTIFICATION, value, Notification.SIZE_BITS)));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<KernelPlace> place() {
        return Optional.of(this);
    }

    @Override
    public Optional<WatchTarget> watched() {
        return slot == 0 && word == 0 ? WatchedPlace.ofObject(object) : machine().map(MachineImage::objects)
                .map(objects -> slot != 0 ? WatchedPlace.ofSlot(objects, slot) : WatchedPlace.ofWord(objects, word));
    }

    /** The machine's memory at the last stop. */
    public Optional<MachineImage> machine() {
        return target.stopState().map(StopState::machine);
    }
}
