package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.ObjectIcons;
import org.eclipse.swt.graphics.Image;

/** The small pictures that mean the same in every view: what changed, and what kind of object something is. */
public final class Marks {

    private Marks() {
    }

    /** Filled = changed by this step, outline = since the last stop, blank = not changed. */
    public static Image image(ChangeMark mark) {
        return switch (mark) {
            case BY_STEP -> Icon.CHANGED.image();
            case SINCE_STOP -> Icon.CHANGED_EARLIER.image();
            case NONE -> Icon.BLANK.image();
        };
    }

    /** A text with what the marker before it means. */
    public static String hint(ChangeMark mark, String text) {
        return switch (mark) {
            case BY_STEP -> Messages.bind(Messages.changedByStep, text);
            case SINCE_STOP -> Messages.bind(Messages.changedSinceStop, text);
            case NONE -> text;
        };
    }

    /** The icon of a capability's object. */
    public static Image image(CapType type) {
        return ObjectIcons.of(switch (type) {
            case UNTYPED -> ObjectType.UT;
            case ENDPOINT -> ObjectType.EP;
            case NOTIFICATION -> ObjectType.NOTIFICATION;
            case CNODE, ZOMBIE -> ObjectType.CNODE;
            case THREAD, REPLY -> ObjectType.TCB;
            case FRAME -> ObjectType.FRAME;
            case PAGE_TABLE -> ObjectType.PT;
            case PAGE_DIRECTORY -> ObjectType.PD;
            case PDPT -> ObjectType.PDPT;
            case PML4 -> ObjectType.PML4;
            case IRQ_HANDLER, IRQ_CONTROL -> ObjectType.IRQ;
            case ASID_POOL -> ObjectType.ASID_POOL;
            case IO_PORT -> ObjectType.IO_PORTS;
            default -> null;
        });
    }
}
