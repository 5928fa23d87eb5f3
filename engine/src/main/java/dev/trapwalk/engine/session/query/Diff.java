package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.MemoryImage;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * What is different between two moments of the same machine, in kernel words: slots, thread states and fields, queues,
 * and how many other words. Looks only at pages that the two do not share.
 */
public final class Diff {

    private static final int PAGE_WORDS = 512;

    private final MachineImage before;
    private final MachineImage after;
    private final List<Change> changes = new ArrayList<>();

    private Diff(MachineImage before, MachineImage after) {
        this.before = before;
        this.after = after;
    }

    /** The changes from one moment to another, in a fixed order: current thread, objects as in the layout, the rest. */
    public static List<Change> between(MachineImage before, MachineImage after) {
        Diff diff = new Diff(before, after);
        diff.compare();
        return List.copyOf(diff.changes);
    }

    private void compare() {
        long was = before.read(KernelGlobals.KS_CUR_THREAD);
        long is = after.read(KernelGlobals.KS_CUR_THREAD);
        if (was != is) {
            add(Change.Kind.CURRENT_THREAD, "", before.describe().thread(was), after.describe().thread(is),
                    KernelGlobals.KS_CUR_THREAD, "change.current", before.describe().thread(was),
                            after.describe().thread(is));
        }
        BitSet pages = after.memory().pagesNotShared(before.memory());
        for (NamedObject object : after.objects().all()) {
            if (object.type() != ObjectType.UNTYPED && touches(pages, object)) {
                compare(object);
            }
        }
        new QueueDiff(before, after, changes).compareReadyQueues();
        compareRest(pages);
        compareDevices();
    }

    private static boolean touches(BitSet pages, NamedObject object) {
        long first = object.start() - MemoryImage.address(0) >>> 12;
        long last = object.start() + (1L << object.sizeBits()) - 1 - MemoryImage.address(0) >>> 12;
        int changed = pages.nextSetBit((int) first);
        return changed >= 0 && changed <= last;
    }

    private void compare(NamedObject object) {
        switch (object.type()) {
            case TCB -> compareThread(object);
            case CNODE -> compareSlots(object, 1 << object.sizeBits() - Cte.SIZE_BITS);
            case ENDPOINT -> {
                new QueueDiff(before, after, changes).compareQueue(object, Endpoint.QUEUE_HEAD);
                compareFields(object, Blocks.ENDPOINT_FIELDS.subList(0, 1));
            }
            case NOTIFICATION -> compareFields(object, Blocks.NOTIFICATION_FIELDS);
            default -> compareWords(object);
        }
    }

    private void compareThread(NamedObject thread) {
        long tcb = thread.address();
        long was = before.get(Tcb.STATE, tcb);
        long is = after.get(Tcb.STATE, tcb);
        if (was != is) {
            add(Change.Kind.THREAD_STATE, thread.name(), before.describe().threadState(was),
                    after.describe().threadState(is), tcb + 8L * Tcb.STATE.word(), "change.state", thread.name(),
                    before.describe().threadState(was), after.describe().threadState(is));
        }
        compareSlots(thread, Tcb.SLOTS);
        compareFields(thread, Blocks.TCB_FIELDS.stream().filter(Diff::isOwnField).toList());
        int registers = 0;
        for (int word = 0; word < Tcb.registers().length; word++) {
            long address = Tcb.registers()[word].word() * 8L + tcb;
            registers += before.read(address) != after.read(address) ? 1 : 0;
        }
        if (registers > 0) {
            add(Change.Kind.REGISTERS, thread.name(), "", "", Tcb.registers()[0].word() * 8L + tcb, "change.words",
                    Messages.get("change.savedRegisters", thread.name()), registers);
        }
    }

    /** State and queue links are told by the state and the queues themselves. */
    private static boolean isOwnField(FieldSpec spec) {
        return !spec.field().equals(Tcb.STATE) && !spec.name().endsWith("Next") && !spec.name().endsWith("Prev")
                && !spec.field().equals(Tcb.QUEUED);
    }

    private void compareFields(NamedObject object, List<FieldSpec> specs) {
        for (FieldSpec spec : specs) {
            long was = before.get(spec.field(), object.address());
            long is = after.get(spec.field(), object.address());
            if (was != is) {
                String from = text(before, object, spec, was);
                String to = text(after, object, spec, is);
                add(Change.Kind.FIELD, object.name() + "." + spec.name(), from, to,
                        object.address() + 8L * spec.field().word(), "change.field", object.name(), spec.name(),
                                from, to);
            }
        }
    }

    private static String text(MachineImage machine, NamedObject object, FieldSpec spec, long value) {
        if (spec.field().equals(Endpoint.STATE) && object.type() == ObjectType.ENDPOINT) {
            return List.of("Idle", "Send", "Recv", "3").get((int) value);
        }
        return spec.field().equals(Tcb.BLOCKING_OBJECT) && value != 0 ? machine.describe().object(value)
                : machine.describe().text(spec.kind(), value);
    }

    private void compareSlots(NamedObject object, int slots) {
        for (int i = 0; i < slots; i++) {
            long slot = object.start() + (long) i * Cte.BYTES;
            if (before.read(slot) != after.read(slot) || before.read(slot + 8) != after.read(slot + 8)) {
                String name = after.describe().slot(slot);
                add(Change.Kind.SLOT, name, before.describe().capIn(slot), after.describe().capIn(slot), slot,
                        "change.slot",
                        name, before.describe().capIn(slot), after.describe().capIn(slot));
            }
        }
    }

    private void compareWords(NamedObject object) {
        int words = 0;
        for (long at = object.start(); at < object.start() + (1L << object.sizeBits()); at += 8) {
            words += before.read(at) != after.read(at) ? 1 : 0;
        }
        if (words > 0) {
            add(Change.Kind.WORDS, object.name(), "", "", object.start(), "change.words", object.name(), words);
        }
    }

    /** Words outside of all named objects, the kernel's own variables and the processor's registers left out. */
    private void compareRest(BitSet pages) {
        int words = 0;
        long first = 0;
        for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
            long start = MemoryImage.address(page);
            if (start >= KernelGlobals.BASE && start < KernelGlobals.END || start == after.memory().registerFile()) {
                continue;
            }
            for (long at = start; at < start + 8L * PAGE_WORDS; at += 8) {
                if (before.read(at) != after.read(at)
                        && after.objects().containing(at).filter(o -> o.type() != ObjectType.UNTYPED).isEmpty()) {
                    first = words++ == 0 ? at : first;
                }
            }
        }
        if (words > 0) {
            add(Change.Kind.WORDS, "", "", "", first, "change.otherWords", words);
        }
    }

    private void compareDevices() {
        TreeSet<Long> pages = new TreeSet<>(before.memory().devicePages());
        pages.addAll(after.memory().devicePages());
        for (long page : pages) {
            long start = MemoryImage.address(page);
            int words = 0;
            for (long at = start; at < start + 8L * PAGE_WORDS; at += 8) {
                words += before.read(at) != after.read(at) ? 1 : 0;
            }
            if (words > 0) {
                String name = Messages.get("change.device", Describer.hex(page << PhysicalMemory.PAGE_BITS));
                add(Change.Kind.WORDS, name, "", "", start, "change.words", name, words);
            }
        }
    }

    private void add(Change.Kind kind, String subject, String from, String to, long address, String key,
            Object... words) {
        changes.add(new Change(kind, subject, from, to, address, Messages.get(key, words)));
    }
}
