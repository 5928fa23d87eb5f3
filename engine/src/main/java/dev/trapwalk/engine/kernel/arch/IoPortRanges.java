package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Which IO ports have been given out: a bitmap with one bit per port, 64 ports to a word (arch/x86/object/ioport.c).
 */
public final class IoPortRanges extends KernelPart {

    static final KernelFunction IS_FREE =
            KernelFunction.of(IoPortRanges.class, "isIOPortRangeFree", Phase.DECODE, "firstPort", "lastPort");
    static final KernelPoint WORD_FREE = IS_FREE.check("ports_free", "firstPort", "bitmap", "pattern");
    static final KernelFunction SET_MASK =
            KernelFunction.of(IoPortRanges.class, "setIOPortMask", Phase.PERFORM, "low", "high", "set:flag");
    static final KernelFunction APPLY_PATTERN =
            KernelFunction.of(IoPortRanges.class, "apply_pattern", Phase.PERFORM, "word", "pattern", "set:flag");
    static final KernelFunction MAKE_PATTERN =
            KernelFunction.of(IoPortRanges.class, "make_pattern", Phase.PERFORM, "start:count", "end:count");
    static final KernelFunction FREE_RANGE =
            KernelFunction.of(IoPortRanges.class, "freeIOPortRange", Phase.PERFORM, "firstPort", "lastPort");

    private static final int WORD_BITS = 64;

    public IoPortRanges(Kernel kernel) {
        super(kernel);
    }

    /** Whether none of the ports from {@code first} to {@code last} has been given out. */
    boolean isIOPortRangeFree(int first, int last) {
        enter(IS_FREE, first, last);
        int highWord = last / WORD_BITS;
        int lowIndex = first % WORD_BITS;
        int highIndex = last % WORD_BITS;
        int word = first / WORD_BITS;
        if (word == highWord) {
            return leave(wordFree(word, make_pattern(lowIndex, highIndex + 1)));
        }
        if (!wordFree(word, make_pattern(lowIndex, WORD_BITS))) {
            return leave(false);
        }
        for (word++; word < highWord; word++) {
            if (!wordFree(word, -1L)) {
                return leave(false);
            }
        }
        return leave(wordFree(word, make_pattern(0, highIndex + 1)));
    }

    private boolean wordFree(int word, long pattern) {
        long bitmap = memory.read(address(word));
        return check(WORD_FREE, (bitmap & pattern) == 0, (long) word * WORD_BITS, bitmap, pattern);
    }

    /** Marks the ports from {@code low} to {@code high} as given out or as free. */
    void setIOPortMask(int low, int high, boolean set) {
        enter(SET_MASK, low, high, set ? 1 : 0);
        int word = low / WORD_BITS;
        int highWord = high / WORD_BITS;
        int lowIndex = low % WORD_BITS;
        int highIndex = high % WORD_BITS;
        if (word == highWord) {
            apply_pattern(word, make_pattern(lowIndex, highIndex + 1), set);
        } else {
            apply_pattern(word, make_pattern(lowIndex, WORD_BITS), set);
            for (word++; word < highWord; word++) {
                apply_pattern(word, -1L, set);
            }
            apply_pattern(word, make_pattern(0, highIndex + 1), set);
        }
        leave();
    }

    /** Frees the ports of a range whose last capability was deleted. */
    void freeIOPortRange(int first, int last) {
        enter(FREE_RANGE, first, last);
        setIOPortMask(first, last, false);
        leave();
    }

    private void apply_pattern(int word, long pattern, boolean set) {
        enter(APPLY_PATTERN, word, pattern, set ? 1 : 0);
        long bitmap = memory.read(address(word));
        memory.write(address(word), set ? bitmap | pattern : bitmap & ~pattern);
        leave();
    }

    /** A word with the bits from {@code start} up to, but without, {@code end} set. */
    private long make_pattern(int start, int end) {
        enter(MAKE_PATTERN, start, end);
        return leave(-1L >>> WORD_BITS - (end - start) << start);
    }

    private static long address(int word) {
        return KernelGlobals.X86KS_ALLOCATED_IO_PORTS + 8L * word;
    }
}
