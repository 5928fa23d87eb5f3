package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointsListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;

/**
 * Draws the breakpoints at kernel points beside a text that shows those. Their markers lie on the workspace root, so the
 * platform's own marker annotations cannot do it.
 */
public final class PointAnnotations extends AnnotationModel implements IBreakpointsListener {

    private static final String TYPE = "dev.trapwalk.debug.ui.pointBreakpoint"; //$NON-NLS-1$
    private static final String DISABLED_TYPE = "dev.trapwalk.debug.ui.pointBreakpointDisabled"; //$NON-NLS-1$

    private final Function<KernelPoint, OptionalInt> lines;
    private final List<Annotation> breakpoints = new ArrayList<>();
    private volatile IDocument document;

    /** @param lines the line of a point in the text, 1-based; empty for points that are not in it */
    public PointAnnotations(Function<KernelPoint, OptionalInt> lines) {
        this.lines = lines;
    }

    @Override
    public void connect(IDocument shown) {
        super.connect(shown);
        document = shown;
        DebugPlugin.getDefault().getBreakpointManager().addBreakpointListener(this);
        draw();
    }

    @Override
    public void disconnect(IDocument shown) {
        DebugPlugin.getDefault().getBreakpointManager().removeBreakpointListener(this);
        super.disconnect(shown);
    }

    @Override
    public void breakpointsAdded(IBreakpoint[] added) {
        draw();
    }

    @Override
    public void breakpointsRemoved(IBreakpoint[] removed, IMarkerDelta[] deltas) {
        draw();
    }

    @Override
    public void breakpointsChanged(IBreakpoint[] changed, IMarkerDelta[] deltas) {
        draw();
    }

    /** Draws anew; nothing while there is no text to draw beside. */
    synchronized void draw() {
        if (document == null) {
            return;
        }
        Map<Annotation, Position> wanted = new HashMap<>();
        for (IBreakpoint breakpoint : DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints(DebugCore.MODEL_ID)) {
            if (breakpoint instanceof KernelPointBreakpoint at) {
                add(at, wanted);
            }
        }
        replaceAnnotations(breakpoints.toArray(Annotation[]::new), wanted);
        breakpoints.clear();
        breakpoints.addAll(wanted.keySet());
    }

    private void add(KernelPointBreakpoint breakpoint, Map<Annotation, Position> wanted) {
        KernelCatalogue.point(breakpoint.point()).map(lines).ifPresent(line -> {
            if (line.isPresent()) {
                try {
                    IRegion region = document.getLineInformation(line.getAsInt() - 1);
                    wanted.put(new Annotation(breakpoint.isEnabled() ? TYPE : DISABLED_TYPE, false,
                            breakpoint.placeText()), new Position(region.getOffset(), region.getLength()));
                } catch (BadLocationException | CoreException gone) {
                    DebugCore.log(Messages.bind(Messages.notDrawn, breakpoint.point()), gone);
                }
            }
        });
    }
}
