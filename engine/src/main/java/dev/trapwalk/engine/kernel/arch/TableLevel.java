package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The kernel functions and points of one kind of table, see {@link TableInvocations}: each kind has a decode function
 * and two that perform, with checks of the same names.
 *
 * @param parentFound the walk got to the entry that is to point to the table; null for a PDPT, whose parent is the PML4
 */
record TableLevel(KernelFunction decode, KernelPoint isUnmap, KernelPoint isFinal, KernelPoint isMap,
        KernelPoint length, KernelPoint extraCap, KernelPoint notMapped, MapTarget target, KernelPoint parentFound,
        KernelPoint slotFree, KernelFunction performMap, KernelPoint mapped, KernelFunction performUnmap,
        KernelPoint wasMapped, KernelPoint cleared) {

    static TableLevel of(String decodeName, String mapName, String unmapName, boolean hasParentTable) {
        KernelFunction decode = KernelFunction.of(TableInvocations.class, decodeName, Phase.DECODE, "label:label",
                "length:count", "slot:slot", "cap:cap");
        KernelPoint isUnmap = decode.branch("is_unmap", "label:label");
        KernelPoint isFinal = decode.check("only_cap_to_table", "slot:slot");
        KernelPoint isMap = decode.check("label_known", "label:label");
        KernelPoint length = decode.check("length", "length:count", "required:count");
        KernelPoint extraCap = decode.check("extra_cap", "slot:slot");
        KernelPoint notMapped = decode.check("not_mapped");
        MapTarget target = MapTarget.of(decode);
        KernelPoint parentFound = hasParentTable ? decode.check("parent_table_found", "vaddr") : null;
        KernelPoint slotFree = decode.check("entry_free", "entry", "vaddr");
        KernelFunction map = KernelFunction.of(TableInvocations.class, mapName, Phase.PERFORM, "cap:cap", "slot:slot",
                "entrySlot", "entry");
        KernelPoint mapped = map.action("mapped", "entrySlot", "entry");
        KernelFunction unmap =
                KernelFunction.of(TableInvocations.class, unmapName, Phase.PERFORM, "cap:cap", "slot:slot");
        return new TableLevel(decode, isUnmap, isFinal, isMap, length, extraCap, notMapped, target, parentFound,
                slotFree, map, mapped, unmap, unmap.branch("is_mapped", "cap:cap"), unmap.action("cleared", "table"));
    }
}
