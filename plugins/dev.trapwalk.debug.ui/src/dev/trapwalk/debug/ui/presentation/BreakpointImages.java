package dev.trapwalk.debug.ui.presentation;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.core.breakpoint.BreakpointState;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.DebugUi;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;

/**
 * Images of breakpoints: one per kind, grey when disabled, with small signs in the corners: a condition (top left), a
 * message (top right), what became of it in the session (bottom left), that all are skipped (bottom right).
 */
public final class BreakpointImages {

    private BreakpointImages() {
    }

    /** The shared image of a kind; on the user interface thread only. */
    public static Image of(BreakpointKind kind) {
        return image(name(kind), "", "", "", "", false); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    }

    /** The image of a kind for whoever manages images itself. */
    public static ImageDescriptor descriptor(BreakpointKind kind) {
        return file(name(kind));
    }

    /** The shared image of a breakpoint as it is now; on the user interface thread only. */
    static Image of(WalkBreakpoint breakpoint) {
        Optional<BreakpointState> state = BreakpointState.of(breakpoint);
        boolean skipped = !DebugPlugin.getDefault().getBreakpointManager().isEnabled();
        return image(name(breakpoint),
                has(breakpoint, WalkBreakpoint.CONDITION) ? "overlay_condition" : "", //$NON-NLS-1$ //$NON-NLS-2$
                has(breakpoint, WalkBreakpoint.LOG_MESSAGE) ? "overlay_log" : "", //$NON-NLS-1$ //$NON-NLS-2$
                state.map(now -> now.verified() ? "overlay_verified" //$NON-NLS-1$
                        : "overlay_not_verified").orElse(""), //$NON-NLS-1$ //$NON-NLS-2$
                skipped ? "overlay_skipped" : "", !isEnabled(breakpoint)); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private static boolean has(WalkBreakpoint breakpoint, String attribute) {
        return !breakpoint.attribute(attribute).isEmpty();
    }

    private static boolean isEnabled(WalkBreakpoint breakpoint) {
        try {
            return breakpoint.isEnabled();
        } catch (CoreException deleted) {
            return false;
        }
    }

    private static String name(WalkBreakpoint breakpoint) {
        if (breakpoint instanceof KernelPointBreakpoint point) {
            return switch (point.mode()) {
                case PASSED -> name(BreakpointKind.POINT);
                case HOLDS -> "breakpoint_holds"; //$NON-NLS-1$
                case FAILS -> "breakpoint_fails"; //$NON-NLS-1$
            };
        }
        return name(breakpoint instanceof KernelBreakpoint kernel ? kernel.kind() : BreakpointKind.POINT);
    }

    private static String name(BreakpointKind kind) {
        return kind == BreakpointKind.POINT ? "breakpoint" //$NON-NLS-1$
                : "breakpoint_" + kind.name().toLowerCase(Locale.ROOT); //$NON-NLS-1$
    }

    private static Image image(String name, String topLeft, String topRight, String bottomLeft, String bottomRight,
            boolean grey) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = String.join("/", DebugUi.PLUGIN_ID, name, topLeft, topRight, bottomLeft, bottomRight, //$NON-NLS-1$
                Boolean.toString(grey));
        if (registry.getDescriptor(key) == null) {
            registry.put(key, new DecorationOverlayIcon(base(registry, name, grey), new ImageDescriptor[] {
                overlay(topLeft), overlay(topRight), overlay(bottomLeft), overlay(bottomRight)}));
        }
        return registry.get(key);
    }

    private static Image base(ImageRegistry registry, String name, boolean grey) {
        String key = String.join("/", DebugUi.PLUGIN_ID, name, Boolean.toString(grey)); //$NON-NLS-1$
        if (registry.getDescriptor(key) == null) {
            registry.put(key, grey ? ImageDescriptor.createWithFlags(file(name), SWT.IMAGE_GRAY) : file(name));
        }
        return registry.get(key);
    }

    private static ImageDescriptor overlay(String name) {
        return name.isEmpty() ? null : file(name);
    }

    private static ImageDescriptor file(String name) {
        String path = "icons/" + name + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
        return ResourceLocator.imageDescriptorFromBundle(DebugUi.PLUGIN_ID, path)
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
