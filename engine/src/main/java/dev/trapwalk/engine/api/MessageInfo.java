package dev.trapwalk.engine.api;

import dev.trapwalk.engine.object.BitField;

/** The message info word (seL4_MessageInfo_t): label 52 bits, capsUnwrapped 3, extraCaps 2, length 7. */
public final class MessageInfo {

    public static final BitField LABEL = BitField.bits("label", 0, 12, 52);
    /** One bit per received capability that was unwrapped to its badge. */
    public static final BitField CAPS_UNWRAPPED = BitField.bits("capsUnwrapped", 0, 9, 3);
    /** Number of capabilities sent or received, 0..3. */
    public static final BitField EXTRA_CAPS = BitField.bits("extraCaps", 0, 7, 2);
    /** Number of message words. */
    public static final BitField LENGTH = BitField.bits("length", 0, 0, 7);

    /** Longest message in words (seL4_MsgMaxLength). */
    public static final int MAX_LENGTH = 120;
    /** Most capabilities in one message (seL4_MsgMaxExtraCaps). */
    public static final int MAX_EXTRA_CAPS = 3;

    private MessageInfo() {
    }

    /** A message info word; values are cut to the width of their field. */
    public static long of(long label, long capsUnwrapped, long extraCaps, long length) {
        return LABEL.put(0, label) | CAPS_UNWRAPPED.put(0, capsUnwrapped) | EXTRA_CAPS.put(0, extraCaps)
                | LENGTH.put(0, length);
    }

    /** The word as the kernel reads it: a length above {@link #MAX_LENGTH} counts as that (messageInfoFromWord). */
    public static long clamped(long raw) {
        return LENGTH.in(raw) > MAX_LENGTH ? LENGTH.put(raw, MAX_LENGTH) : raw;
    }
}
