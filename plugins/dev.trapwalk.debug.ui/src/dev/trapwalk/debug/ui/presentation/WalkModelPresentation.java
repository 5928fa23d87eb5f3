package dev.trapwalk.debug.ui.presentation;

import dev.trapwalk.debug.core.breakpoint.StopText;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.debug.core.source.KernelListingStorage;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.csource.CSourceEditors;
import dev.trapwalk.debug.ui.listing.KernelListingInput;
import dev.trapwalk.engine.object.ThreadState;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IDebugModelPresentationExtension;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;

/** Labels and images of the debug model, and which editor shows what stands behind a frame. */
public final class WalkModelPresentation extends LabelProvider
        implements IDebugModelPresentation, IDebugModelPresentationExtension {

    @Override
    public String getText(Object element) {
        return element instanceof WalkBreakpoint breakpoint ? BreakpointText.of(breakpoint)
                : element instanceof WalkThread thread ? text(thread) : null;
    }

    /** The thread in which the machine stands also says why it stopped there. */
    private static String text(WalkThread thread) {
        String why = thread.isSuspended() && thread.isEntered()
                ? thread.getDebugTarget().stopState().map(StopText::of).orElse("") : ""; //$NON-NLS-1$ //$NON-NLS-2$
        return why.isEmpty() ? thread.getName() : Messages.bind(Messages.threadStopped, thread.getName(), why);
    }

    @Override
    public Image getImage(Object element) {
        if (element instanceof WalkBreakpoint breakpoint) {
            return BreakpointImages.of(breakpoint);
        }
        Icon icon = icon(element);
        return icon == null ? null : icon.image();
    }

    private static Icon icon(Object element) {
        if (element instanceof WalkThread thread) {
            return icon(thread);
        }
        if (element instanceof WalkStackFrame frame) {
            return frame.frame().isUser() ? Icon.USER_FRAME : Icon.FUNCTION;
        }
        return null;
    }

    private static Icon icon(WalkThread thread) {
        if (thread.isEntered()) {
            return Icon.THREAD_CURRENT;
        }
        ThreadState state = thread.snapshot().state().orElse(ThreadState.INACTIVE);
        return state == ThreadState.RUNNING || state == ThreadState.RESTART ? Icon.THREAD : Icon.THREAD_BLOCKED;
    }

    /** Images are loaded on the user interface thread; once they are there, any thread will do. */
    @Override
    public boolean requiresUIThread(Object element) {
        Icon icon = icon(element);
        return element instanceof WalkBreakpoint || icon != null && !icon.isLoaded();
    }

    @Override
    public void setAttribute(String attribute, Object value) {
        // Types are part of no label here, so the option to hide them changes nothing.
    }

    @Override
    public void computeDetail(IValue value, IValueDetailListener listener) {
        listener.detailComputed(value, ValueDetail.of(value));
    }

    @Override
    public IEditorInput getEditorInput(Object element) {
        if (element instanceof IFile file) {
            return new FileEditorInput(file);
        }
        if (element instanceof KernelListingStorage storage) {
            return new KernelListingInput(storage);
        }
        if (element instanceof LocalFileStorage storage) {
            CSourceEditors.start();
            return new FileStoreEditorInput(EFS.getLocalFileSystem().fromLocalFile(storage.getFile()));
        }
        if (element instanceof ILineBreakpoint breakpoint
                && breakpoint.getMarker().getResource() instanceof IFile file) {
            return new FileEditorInput(file);
        }
        return null;
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        return input instanceof KernelListingInput ? DebugUi.LISTING_EDITOR
                : CSourceEditors.isC(input.getName()) ? CSourceEditors.editorId(input.getName())
                : DebugUi.GENERIC_EDITOR;
    }
}
