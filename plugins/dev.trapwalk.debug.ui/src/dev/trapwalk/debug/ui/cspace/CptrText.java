package dev.trapwalk.debug.ui.cspace;

import java.util.Locale;
import java.util.Optional;

/** CPtrs and depths as people type them. */
final class CptrText {

    private static final int MAX_DEPTH = 64;

    private CptrText() {
    }

    /** A word: hexadecimal with 0x, binary with 0b, else decimal; signed or unsigned. Empty if it is none. */
    static Optional<Long> cptr(String text) {
        String digits = text.strip().replace("_", "").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
        try {
            if (digits.startsWith("0x")) { //$NON-NLS-1$
                return Optional.of(Long.parseUnsignedLong(digits.substring(2), 16));
            }
            if (digits.startsWith("0b")) { //$NON-NLS-1$
                return Optional.of(Long.parseUnsignedLong(digits.substring(2), 2));
            }
            return Optional.of(digits.startsWith("-") ? Long.parseLong(digits) //$NON-NLS-1$
                    : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** A number of bits, 1..64. Empty if it is none. */
    static Optional<Integer> depth(String text) {
        return cptr(text).filter(bits -> bits >= 1 && bits <= MAX_DEPTH).map(Long::intValue);
    }
}
