package dev.trapwalk.engine.boot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;

/**
 * What the steps of {@link LayoutLoader} share: the machine with its root task, which object's original capability
 * lies in which slot of the root task's CNode, and how a refusal of the kernel is told to a person.
 */
final class Loader {

    static final long[] NO_CAPS = {};

    final Machine machine;
    final RootTask root;
    final Layout layout;
    final Map<String, ObjectSpec> objects = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final long rootCNode;
    private final int slotCount;
    private int nextSlot;

    Loader(Machine machine, Layout layout, int radix) {
        this.machine = machine;
        this.root = machine.rootTask();
        this.layout = layout;
        this.rootCNode = PhysicalMemory.pptr(MemoryMap.rootCNode(radix));
        this.slotCount = 1 << radix;
        this.nextSlot = firstFreeSlot();
        layout.objects().forEach(object -> objects.put(object.name(), object));
        slots.put("irq_control", RootSlots.IRQ_CONTROL);
        slots.put("asid_control", RootSlots.ASID_CONTROL);
        slots.put("domain", RootSlots.DOMAIN);
        slots.put("io_port_control", RootSlots.IO_PORT_CONTROL);
    }

    /** First slot of the root CNode behind what the kernel puts there. */
    static int firstFreeSlot() {
        return RootSlots.firstUntyped() + 64;
    }

    /** The object with a name. */
    ObjectSpec object(String name, SourcePlace source) {
        ObjectSpec object = objects.get(name);
        if (object == null) {
            throw new BootException(source, "unknown_object", name);
        }
        return object;
    }

    /** Slot of the root CNode with the capability to an object or pseudo object. */
    int slot(String name, SourcePlace source) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new BootException(source, "unknown_object", name);
        }
        return slot;
    }

    void setSlot(String name, int slot) {
        slots.put(name, slot);
    }

    /** Takes the next {@code count} free slots of the root CNode; the first of them. */
    int takeSlots(int count) {
        if (nextSlot + count > slotCount) {
            throw new BootException(SourcePlace.NONE, "too_many_objects", objects.size(), slotCount - firstFreeSlot());
        }
        nextSlot += count;
        return nextSlot - count;
    }

    /** Reads the capability in a slot of the root CNode. */
    Cap load(Cap into, int slot) {
        return into.load(machine.memory(), rootCNode + (long) slot * Cte.BYTES);
    }

    /** Makes {@code count} objects into fresh slots, the last step of every creation. */
    int retype(ObjectSpec what, int untyped, ObjectType type, int sizeBits, int count) {
        int slot = takeSlots(count);
        check(what.source(), what.name(), root.retype(untyped, type, sizeBits, slot, count));
        return slot;
    }

    /** A copy of a root CNode slot in a fresh one. */
    int copy(SourcePlace source, String what, int slot) {
        int copy = takeSlots(1);
        check(source, what, root.call(RootSlots.CNODE, InvocationLabel.CNODE_COPY, new long[] {RootSlots.CNODE}, copy,
                RootTask.DEPTH, slot, RootTask.DEPTH, 15));
        return copy;
    }

    /** Turns a refusal of the kernel into an exception that names what was to be done. */
    static void check(SourcePlace source, String what, SyscallError error) {
        if (error == SyscallError.NO_ERROR) {
            return;
        }
        String hint = switch (error) {
            case FAILED_LOOKUP, DELETE_FIRST, REVOKE_FIRST, NOT_ENOUGH_MEMORY, RANGE_ERROR -> "hint_" + error.name();
            default -> "hint_other";
        };
        throw new BootException(source, "refused", what, error.label(), BootException.text(hint));
    }
}
