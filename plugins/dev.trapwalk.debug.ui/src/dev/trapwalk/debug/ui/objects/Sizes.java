package dev.trapwalk.debug.ui.objects;

import java.util.List;

/** Sizes in bytes as people read them. */
final class Sizes {

    private static final List<String> UNITS = List.of(Messages.bytes, Messages.kibibytes, Messages.mebibytes,
            Messages.gibibytes);
    private static final int STEP = 1024;

    private Sizes() {
    }

    /** As in {@code 16 B}, {@code 4 KiB} or {@code 1.5 MiB}: at most one digit behind the point. */
    static String text(long bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= STEP && unit < UNITS.size() - 1) {
            value /= STEP;
            unit++;
        }
        long tenths = Math.round(value * 10);
        String number = tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10; //$NON-NLS-1$
        return Messages.bind(UNITS.get(unit), number);
    }
}
