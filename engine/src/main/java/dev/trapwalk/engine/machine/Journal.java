package dev.trapwalk.engine.machine;

/** Is told the old value of each word just before it changes; undoing is writing the values back, last first. */
@FunctionalInterface
public interface Journal {

    /**
     * @param pptr kernel window address of the word
     * @param oldValue what it held
     */
    void before(long pptr, long oldValue);
}
