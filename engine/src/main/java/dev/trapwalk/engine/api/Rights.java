package dev.trapwalk.engine.api;

import dev.trapwalk.engine.object.BitField;

/** A seL4_CapRights_t word. */
public final class Rights {

    public static final BitField WRITE = BitField.flag("capAllowWrite", 0, 0);
    public static final BitField READ = BitField.flag("capAllowRead", 0, 1);
    public static final BitField GRANT = BitField.flag("capAllowGrant", 0, 2);
    public static final BitField GRANT_REPLY = BitField.flag("capAllowGrantReply", 0, 3);
    /** All four rights. */
    public static final long ALL = 15;

    private Rights() {
    }
}
