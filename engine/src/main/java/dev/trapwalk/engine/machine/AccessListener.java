package dev.trapwalk.engine.machine;

/**
 * Is told each load and store of words in watched pages, see {@link PhysicalMemory#watch}. It is called in the middle
 * of an access, before a store takes place, and touches no memory itself.
 */
public interface AccessListener {

    /**
     * A word is loaded.
     *
     * @param pptr kernel window address of the word
     * @param bits the bits of it that are looked at
     * @param value what it holds
     */
    void loaded(long pptr, long bits, long value);

    /**
     * A word is stored to, perhaps with the value that it already has.
     *
     * @param pptr kernel window address of the word
     * @param bits the bits of it that are stored
     * @param oldValue what it held
     * @param newValue what it will hold
     */
    void stored(long pptr, long bits, long oldValue, long newValue);
}
