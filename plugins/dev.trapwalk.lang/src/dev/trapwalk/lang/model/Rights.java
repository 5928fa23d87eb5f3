package dev.trapwalk.lang.model;

/**
 * Sets of capability rights as bit masks, in seL4's own numbering (seL4_CapRights: write 1, read 2, grant 4, grant
 * reply 8). {@code X} is capDL's second letter for grant; it is kept apart only to be able to say so.
 */
public final class Rights {
    public static final int WRITE = 1;
    public static final int READ = 2;
    public static final int GRANT = 4;
    public static final int GRANT_REPLY = 8;
    public static final int ALL = WRITE | READ | GRANT | GRANT_REPLY;

    private Rights() {
    }

    /** The right that {@code letter} stands for, or -1. */
    public static int of(char letter) {
        return switch (letter) {
            case 'R' -> READ;
            case 'W' -> WRITE;
            case 'G', 'X' -> GRANT;
            case 'P' -> GRANT_REPLY;
            default -> -1;
        };
    }

    /** The rights of a word such as {@code RWG}, or -1 if a letter is none of R W G X P. */
    public static int of(String word) {
        int rights = 0;
        for (int i = 0; i < word.length(); i++) {
            int right = of(word.charAt(i));
            if (right < 0) {
                return -1;
            }
            rights |= right;
        }
        return rights;
    }

    /** {@code RWGP} in this order, {@code none} for the empty set. */
    public static String toString(int rights) {
        StringBuilder text = new StringBuilder(4);
        text.append((rights & READ) != 0 ? "R" : "").append((rights & WRITE) != 0 ? "W" : "");
        text.append((rights & GRANT) != 0 ? "G" : "").append((rights & GRANT_REPLY) != 0 ? "P" : "");
        return text.isEmpty() ? "none" : text.toString();
    }
}
