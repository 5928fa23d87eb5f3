package dev.trapwalk.lang.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Virtual addresses: walks page tables from the root of an address space to its frames. */
public final class VSpaces {

    /**
     * A frame as it is mapped.
     *
     * @param address virtual address of its first byte
     * @param bits log2 of the bytes mapped here
     * @param path the tables on the way, root first; the last one maps it
     * @param container the last table's entries
     * @param slot the entry
     * @param run the capability
     * @param frame the frame
     */
    public record Page(long address, int bits, List<ObjectRef> path, Container container, long slot, CapRun run, ObjectRef frame) {
    }

    private final CapdlModel model;

    public VSpaces(CapdlModel model) {
        this.model = model;
    }

    /** The root of the address space of {@code tcb}, or null. */
    public ObjectRef root(ObjectRef tcb) {
        Container slots = model.container(tcb);
        return slots == null ? null : slots.target(SymbolicSlot.VSPACE.number());
    }

    /** All pages of the address space with root {@code root}, by address, at most {@code limit}. */
    public List<Page> pages(ObjectRef root, int limit) {
        List<Page> pages = new ArrayList<>();
        walk(root, 0, 0, limit, pages, new LinkedHashSet<>());
        return pages;
    }

    private void walk(ObjectRef table, int level, long base, int limit, List<Page> pages, Set<ObjectRef> path) {
        Container container = model.container(table);
        if (container == null || level >= model.arch().levels().size() || !path.add(table)) {
            return;
        }
        int cover = model.arch().coverBits(level);
        long entries = 1L << model.arch().levels().get(level).indexBits();
        for (CapRun run : container.runs()) {
            for (long slot = run.slot(); slot <= run.lastSlot() && slot < entries && pages.size() < limit; slot++) {
                ObjectRef target = run.targets() == null ? null : run.targets().get(slot - run.slot());
                long address = base + (slot << cover);
                if (target != null && target.decl().is(ObjectType.FRAME)) {
                    pages.add(new Page(canonical(address), cover, List.copyOf(path), container, slot, run, target));
                } else if (target != null && target.decl().type() != null && target.decl().type().isPageTable()) {
                    walk(target, level + 1, address, limit, pages, path);
                }
            }
        }
        path.remove(table);
    }

    /** On x86_64 bit 47 is repeated in the bits above it. */
    private long canonical(long address) {
        return model.arch() == Arch.X86_64 && (address & 1L << 47) != 0 ? address | -1L << 48 : address;
    }

    /** The page that maps {@code address} in the address space with root {@code root}, or null. */
    public Page at(ObjectRef root, long address) {
        ObjectRef table = root;
        List<ObjectRef> path = new ArrayList<>();
        for (int level = 0; table != null && level < model.arch().levels().size(); level++) {
            int cover = model.arch().coverBits(level);
            long slot = address >>> cover & (1L << model.arch().levels().get(level).indexBits()) - 1;
            path.add(table);
            Container container = model.container(table);
            CapRun run = container == null ? null : container.at(slot);
            ObjectRef target = run == null || run.targets() == null ? null : run.targets().get(slot - run.slot());
            if (target != null && target.decl().is(ObjectType.FRAME)) {
                return new Page(address >>> cover << cover, cover, List.copyOf(path), container, slot, run, target);
            }
            table = target;
        }
        return null;
    }
}
