package dev.trapwalk.engine.boot;

import dev.trapwalk.engine.api.ObjectType;

/**
 * One kernel object of a layout.
 *
 * @param name unique in the layout
 * @param type what {@code Untyped_Retype} makes
 * @param sizeBits log2 bytes of an untyped, log2 slots of a CNode, else 0
 * @param untyped name of the untyped object it lies in, or null: the boot code's own memory
 * @param paddr wanted physical address in bytes, or -1 for any
 * @param thread set up of a TCB, or null
 * @param source where the layout declares it
 */
public record ObjectSpec(String name, ObjectType type, int sizeBits, String untyped, long paddr, ThreadSpec thread,
        SourcePlace source) {
}
