package dev.trapwalk.debug.ui.objects;

/** Sizes in bytes as people read them. */
final class Sizes {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"}; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    private static final int STEP = 1024;

    private Sizes() {
    }

    /** As in {@code 16 B}, {@code 4 KiB} or {@code 1.5 MiB}: at most one digit behind the point. */
    static String text(long bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + ' ' + UNITS[unit]; //$NON-NLS-1$ //$NON-NLS-2$
    }
}
