package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Has the platform's trees ask for the rows that a stop has changed before these are painted. The Debug and Variables
 * views clear such rows, and a tree asks for a row only when it comes to paint it: it would paint what the rows said
 * before, ask, and paint again a frame or two later. Asked ahead, the answers come in time for the frame in which all
 * else is painted that the stop has changed.
 */
public final class RowsAhead implements IDebugEventSetListener, IPartListener2 {

    /** The views clear rows soon after a stop, in jobs of their own: that often this looks, and for so long. */
    private static final int INTERVAL_MILLIS = 4;
    private static final long NEAR_NANOS = 26_000_000;
    /** Where another function is shown, that comes first, and the Variables view has other rows altogether. */
    private static final long FAR_NANOS = 62_000_000;
    /** So many rows below those in sight are measured, and so asked for, too. */
    private static final int BELOW = 12;

    private final IWorkbenchWindow window;
    private final Display display;
    private final Runnable look = this::look;
    /** The trees of the views that have been drawn; null if those may be others by now. */
    private List<Rows> trees;
    /** Until when; 0 = not at all. */
    private long end;

    /** A tree whose rows are so high; to measure one takes longer than to ask for all. */
    private record Rows(Tree tree, int height) {

        boolean canBeSeen() {
            return !tree.isDisposed() && tree.isVisible();
        }

        /** A row that is not known is asked for as soon as somebody wants its text. */
        void ask() {
            TreeItem row = tree.getItemCount() == 0 ? null : tree.getTopItem();
            int count = tree.getSize().y / height + BELOW;
            for (int i = 0; i < count && row != null; i++) {
                row.getText();
                row = next(row);
            }
        }
    }

    /** Begins to look ahead in the views of a window. */
    public RowsAhead(IWorkbenchWindow window) {
        this.window = window;
        this.display = window.getWorkbench().getDisplay();
        DebugPlugin.getDefault().addDebugEventListener(this);
        window.getPartService().addPartListener(this);
    }

    /** Ends that. */
    public void dispose() {
        end = 0;
        DebugPlugin.getDefault().removeDebugEventListener(this);
        window.getPartService().removePartListener(this);
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        if (!display.isDisposed() && Stream.of(events).anyMatch(RowsAhead::isStop)) {
            display.asyncExec(() -> {
                end = System.nanoTime() + (Together.stoppedElsewhere() ? FAR_NANOS : NEAR_NANOS);
                display.timerExec(INTERVAL_MILLIS, look);
            });
        }
    }

    private static boolean isStop(DebugEvent event) {
        return event.getKind() == DebugEvent.SUSPEND
                && Adapters.adapt(event.getSource(), WalkDebugTarget.class) != null;
    }

    @Override
    public void partOpened(IWorkbenchPartReference opened) {
        trees = null;
    }

    @Override
    public void partClosed(IWorkbenchPartReference closed) {
        trees = null;
    }

    @Override
    public void partVisible(IWorkbenchPartReference shown) {
        trees = null;
    }

    private void look() {
        if (end != 0 && System.nanoTime() < end) {
            if (trees == null) {
                trees = trees(window.getActivePage());
            }
            trees.stream().filter(Rows::canBeSeen).forEach(Rows::ask);
            display.timerExec(INTERVAL_MILLIS, look);
        }
    }

    private static List<Rows> trees(IWorkbenchPage page) {
        List<Rows> trees = new ArrayList<>();
        for (IViewReference view : page == null ? new IViewReference[0] : page.getViewReferences()) {
            if (view.getPart(false) instanceof IDebugView debug && debug.getViewer() != null
                    && debug.getViewer().getControl() instanceof Tree tree && (tree.getStyle() & SWT.VIRTUAL) != 0) {
                trees.add(new Rows(tree, Math.max(1, tree.getItemHeight())));
            }
        }
        return trees;
    }

    /** The row below; null if there is none. */
    private static TreeItem next(TreeItem row) {
        if (row.getExpanded() && row.getItemCount() > 0) {
            return row.getItem(0);
        }
        for (TreeItem each = row; each != null; each = each.getParentItem()) {
            TreeItem parent = each.getParentItem();
            Tree tree = each.getParent();
            int below = (parent == null ? tree.indexOf(each) : parent.indexOf(each)) + 1;
            if (below < (parent == null ? tree.getItemCount() : parent.getItemCount())) {
                return parent == null ? tree.getItem(below) : parent.getItem(below);
            }
        }
        return null;
    }
}
