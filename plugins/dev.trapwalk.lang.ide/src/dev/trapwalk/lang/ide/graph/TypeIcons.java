package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectType;

/** The small icons of object types, one look each wherever objects are shown: {@code icons/} of this bundle. */
public final class TypeIcons {

    private TypeIcons() {
    }

    /** Name of the icon of a type; that of an object in general for null. */
    public static String name(ObjectType type) {
        if (type == null) {
            return "object";
        }
        return type.isPageTable() || type == ObjectType.IO_PT ? "table" : type.isIrq() ? "irq" : switch (type) {
            case TCB, VCPU -> "tcb";
            case EP -> "ep";
            case NOTIFICATION -> "notification";
            case CNODE -> "cnode";
            case UT -> "ut";
            case FRAME -> "frame";
            default -> "object";
        };
    }

    /** Path of an icon within the bundle. */
    public static String path(String name) {
        return "icons/" + name + ".svg";
    }
}
