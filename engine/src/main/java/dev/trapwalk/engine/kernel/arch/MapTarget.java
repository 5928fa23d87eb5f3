package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * The points that every Map invocation passes while it checks the VSpace it is to map into, declared for one decode
 * function.
 *
 * @param validRoot the extra capability is a PML4 with an ASID
 * @param inUserRange the address belongs to user space
 * @param asidFound the ASID leads to a VSpace
 * @param sameVSpace and that is the PML4 of the capability
 */
record MapTarget(KernelPoint validRoot, KernelPoint inUserRange, KernelPoint asidFound, KernelPoint sameVSpace) {

    static MapTarget of(KernelFunction function) {
        return new MapTarget(function.check("vspace_cap_valid", "cap:cap"),
                function.check("vaddr_in_user_range", "vaddr"),
                function.check("asid_leads_to_vspace", "asid"),
                function.check("asid_is_this_vspace", "asid", "vspace"));
    }
}
