package dev.trapwalk.debug.ui.view;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/** The colours of the visual language, one meaning each; chosen to be told apart on light and on dark backgrounds. */
public enum Palette {
    /** Done on the fastpath; a check that holds. */
    FAST(0x2e, 0x9b, 0x62),
    /** Done on the slow path; where the machine stands. */
    SLOW(0x3f, 0x7f, 0xd0),
    /** An error; a check that refuses. */
    ERROR(0xd2, 0x4b, 0x3a),
    /** A fault. */
    FAULT(0xd9, 0x8a, 0x1f),
    /** Not reached, preempted, unknown. */
    FAINT(0x8a, 0x8f, 0x98);

    private final RGB rgb;

    Palette(int red, int green, int blue) {
        rgb = new RGB(red, green, blue);
    }

    /** The shared colour; on the user interface thread only. */
    public Color color() {
        ColorRegistry registry = JFaceResources.getColorRegistry();
        String key = Palette.class.getName() + '.' + name();
        if (!registry.hasValueFor(key)) {
            registry.put(key, rgb);
        }
        return registry.get(key);
    }
}
