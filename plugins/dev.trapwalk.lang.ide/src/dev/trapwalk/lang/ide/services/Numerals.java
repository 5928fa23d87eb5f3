package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.model.Numbers;
import java.util.Locale;

/** Numbers as capDL writes them, and as people read them. */
public final class Numerals {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Numerals() {
    }

    /** The value of a number token as slot or index; -2, which is no slot of anything, when it is none. */
    public static long parse(String token) {
        try {
            return Numbers.index(CapdlValueConverterService.number(token));
        } catch (NumberFormatException e) {
            return -2;
        }
    }

    /** {@code 0x1f}. */
    static String hex(long word) {
        return "0x" + Long.toHexString(word);
    }

    /** A slot number: decimal up to 4096, as people count, hexadecimal beyond. */
    static String slot(long slot) {
        return slot <= 4096 ? Long.toString(slot) : hex(slot);
    }

    /** {@code 4 KiB} for 12. */
    static String bytes(int bits) {
        int unit = Math.min(bits / 10, UNITS.length - 1);
        return String.format(Locale.ROOT, "%d %s", 1L << Math.min(62, bits - unit * 10), UNITS[unit]);
    }
}
