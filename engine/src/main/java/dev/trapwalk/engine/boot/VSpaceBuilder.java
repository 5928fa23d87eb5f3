package dev.trapwalk.engine.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.SyscallError;

/**
 * Gives each PML4 an ASID and maps what the layout puts into it: paging structures where they stand, frames with the
 * rights of their capability. Tables that only the loader needs (for programs and their data) are made on demand.
 */
final class VSpaceBuilder {

    private static final int PML4_SHIFT = 39;
    private static final int LEVEL_BITS = 9;
    private static final long DEFAULT_ATTRIBUTES = 0;

    private final Loader loader;
    private final ObjectMaker maker;
    private final Map<String, List<CapSpec>> byContainer = new HashMap<>();
    private final Set<String> placedTables = new HashSet<>();
    private final Set<String> mappedFrames = new HashSet<>();
    private final Map<Integer, Set<Long>> pages = new HashMap<>();

    VSpaceBuilder(Loader loader, ObjectMaker maker) {
        this.loader = loader;
        this.maker = maker;
        for (CapSpec cap : loader.layout.caps()) {
            byContainer.computeIfAbsent(cap.container(), name -> new ArrayList<>()).add(cap);
        }
    }

    /** Whether objects of a type hold entries of a VSpace. */
    static boolean isTable(ObjectType type) {
        return switch (type) {
            case PML4, PDPT, PAGE_DIRECTORY, PAGE_TABLE -> true;
            default -> false;
        };
    }

    /** Builds every VSpace of the layout. */
    void buildAll() {
        for (ObjectSpec object : loader.layout.objects()) {
            if (object.type() == ObjectType.PML4) {
                int vspace = loader.slot(object.name(), object.source());
                Loader.check(object.source(), object.name(), loader.root.call(RootSlots.ASID_POOL,
                        InvocationLabel.X86_ASID_POOL_ASSIGN, new long[] {vspace}));
                fill(object, vspace, 0, PML4_SHIFT);
            }
        }
    }

    private void fill(ObjectSpec table, int vspace, long base, int shift) {
        for (CapSpec cap : byContainer.getOrDefault(table.name(), List.of())) {
            ObjectSpec target = loader.object(cap.target(), cap.source());
            long vaddr = base + ((long) cap.slot() << shift);
            vaddr = vaddr << 16 >> 16;
            if (isFrame(target.type(), shift)) {
                mapFrame(cap, target, vspace, vaddr);
            } else if (isTable(target.type()) && target.type() == below(table.type())) {
                if (!placedTables.add(target.name())) {
                    throw new BootException(cap.source(), "table_twice", target.name());
                }
                Loader.check(cap.source(), target.name(), mapTable(loader.slot(target.name(), cap.source()),
                        target.type(), vspace, vaddr));
                fill(target, vspace, vaddr, shift - LEVEL_BITS);
            } else {
                throw new BootException(cap.source(), "table_entry", target.name(), cap.slot(), table.name());
            }
        }
    }

    private static boolean isFrame(ObjectType type, int shift) {
        return switch (type) {
            case PAGE_4K -> shift == 12;
            case LARGE_PAGE -> shift == 21;
            case HUGE_PAGE -> shift == 30;
            default -> false;
        };
    }

    private static ObjectType below(ObjectType table) {
        return switch (table) {
            case PML4 -> ObjectType.PDPT;
            case PDPT -> ObjectType.PAGE_DIRECTORY;
            default -> ObjectType.PAGE_TABLE;
        };
    }

    /** A frame capability knows one mapping only, so every further mapping takes a copy. */
    private void mapFrame(CapSpec cap, ObjectSpec frame, int vspace, long vaddr) {
        int slot = loader.slot(frame.name(), cap.source());
        if (!mappedFrames.add(frame.name())) {
            slot = loader.copy(cap.source(), frame.name(), slot);
        }
        Loader.check(cap.source(), frame.name(), map(slot, vspace, vaddr, cap.rights()));
    }

    private SyscallError map(int frame, int vspace, long vaddr, long rights) {
        SyscallError error = loader.root.call(frame, InvocationLabel.X86_PAGE_MAP, new long[] {vspace}, vaddr, rights,
                DEFAULT_ATTRIBUTES);
        if (error == SyscallError.NO_ERROR) {
            pages.computeIfAbsent(vspace, key -> new HashSet<>()).add(vaddr);
        }
        return error;
    }

    private SyscallError mapTable(int table, ObjectType type, int vspace, long vaddr) {
        InvocationLabel label = switch (type) {
            case PDPT -> InvocationLabel.X86_PDPT_MAP;
            case PAGE_DIRECTORY -> InvocationLabel.X86_PAGE_DIRECTORY_MAP;
            default -> InvocationLabel.X86_PAGE_TABLE_MAP;
        };
        return loader.root.call(table, label, new long[] {vspace}, vaddr, DEFAULT_ATTRIBUTES);
    }

    /** Whether the layout or the loader mapped a frame at exactly that address. */
    boolean isMapped(int vspace, long vaddr) {
        return pages.getOrDefault(vspace, Set.of()).contains(vaddr);
    }

    /**
     * Maps a 4 KiB frame for reading and writing, and makes the paging structures that are missing: the kernel's
     * refusal says how many bits of the address were left when the walk stopped.
     */
    void mapWithTables(ObjectSpec forWhom, int frame, int vspace, long vaddr) {
        SyscallError error = map(frame, vspace, vaddr, Rights.ALL);
        while (error == SyscallError.FAILED_LOOKUP) {
            ObjectType missing = switch ((int) loader.root.reply(2)) {
                case PML4_SHIFT -> ObjectType.PDPT;
                case PML4_SHIFT - LEVEL_BITS -> ObjectType.PAGE_DIRECTORY;
                default -> ObjectType.PAGE_TABLE;
            };
            int table = maker.makeExtra(forWhom, missing, 0);
            Loader.check(forWhom.source(), forWhom.name(), mapTable(table, missing, vspace, vaddr));
            error = map(frame, vspace, vaddr, Rights.ALL);
        }
        Loader.check(forWhom.source(), forWhom.name(), error);
    }

    /** Makes a frame that the layout does not declare and maps it; its slot. */
    int mapFresh(ObjectSpec forWhom, int vspace, long vaddr) {
        int frame = maker.makeExtra(forWhom, ObjectType.PAGE_4K, 0);
        mapWithTables(forWhom, frame, vspace, vaddr);
        return frame;
    }
}
