package dev.trapwalk.engine.boot;

/**
 * One capability of a layout.
 *
 * @param container name of the CNode, TCB, page table or IRQ object that holds it
 * @param slot slot in the container; of a TCB: capDL's numbers (0 cspace, 1 vspace, 4 IPC buffer, 8 bound notification
 *        ...)
 * @param target name of the object, or of a pseudo object: {@code irq_control}, {@code asid_control}, {@code domain},
 *        {@code io_port_control}
 * @param rights rights bits: write 1, read 2, grant 4, grant reply 8
 * @param badge badge of an endpoint or notification capability, 0 = none
 * @param guard guard of a CNode capability
 * @param guardSize number of guard bits
 * @param parent the capability it is derived from ({@code container[slot]}), or null: the original
 * @param source where the layout declares it
 */
public record CapSpec(String container, int slot, String target, int rights, long badge, long guard, int guardSize,
        SlotRef parent, SourcePlace source) {

    /** A slot of the layout. */
    public record SlotRef(String container, int slot) {
    }
}
