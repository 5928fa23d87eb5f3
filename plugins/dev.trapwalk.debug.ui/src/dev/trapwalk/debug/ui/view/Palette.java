package dev.trapwalk.debug.ui.view;

import dev.trapwalk.engine.object.CapType;
import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The colours of the visual language, one meaning each. They are the theme's: {@code plugin.xml} has those for white
 * paper, {@code css/dark.css} those for dark paper, and a person may choose others under Colors and Fonts.
 */
public enum Palette {
    /** Done on the fastpath; a check that holds. */
    FAST,
    /** Done on the slow path; where the machine stands. */
    SLOW,
    /** An error; a check that refuses. */
    ERROR,
    /** A fault. */
    FAULT,
    /** Not reached, preempted, unknown. */
    FAINT,
    /** A CNode, as in its icon. */
    CNODE,
    /** A frame, as in its icon. */
    FRAME,
    /** A paging structure, as in its icon. */
    TABLE;

    private static final String PREFIX = "dev.trapwalk.debug.ui.colour."; //$NON-NLS-1$
    /** Weighted sum of red, green and blue, of 255000, above which a colour counts as light. */
    private static final int LIGHT = 150_000;

    /** The colour of a kernel object, as in its icon. */
    public static Palette of(CapType type) {
        return switch (type) {
            case THREAD, REPLY -> SLOW;
            case ENDPOINT, NOTIFICATION -> FAST;
            case CNODE, ZOMBIE -> CNODE;
            case FRAME -> FRAME;
            case PAGE_TABLE, PAGE_DIRECTORY, PDPT, PML4, ASID_POOL -> TABLE;
            default -> FAINT;
        };
    }

    /** Id of the colour in the theme. */
    public String id() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** The shared colour; on the user interface thread only. */
    public Color color() {
        ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return registry.get(id());
    }

    /** The colour of what is written on this one. */
    public Color textOn() {
        RGB rgb = color().getRGB();
        boolean light = 299 * rgb.red + 587 * rgb.green + 114 * rgb.blue > LIGHT;
        return Display.getCurrent().getSystemColor(light ? SWT.COLOR_BLACK : SWT.COLOR_WHITE);
    }
}
