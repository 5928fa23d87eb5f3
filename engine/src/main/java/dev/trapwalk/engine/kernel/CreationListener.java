package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.ObjectType;

/** Is told of each object that Untyped_Retype makes, and of its end; changes nothing of the machine. */
@FunctionalInterface
public interface CreationListener {

    /**
     * An object was made and its first capability put into a slot.
     *
     * @param type what it is
     * @param address kernel window address of its first byte
     * @param sizeBits log2 of its size in bytes
     * @param slot address of the slot that holds the first capability
     */
    void created(ObjectType type, long address, int sizeBits, long slot);

    /**
     * The last capability to an endpoint, notification, CNode or TCB goes: the object ends.
     *
     * @param address kernel window address as the capability holds it
     */
    default void deleted(long address) {
        // Who only gives names has nothing to do: a name stays until the memory is used again.
    }
}
