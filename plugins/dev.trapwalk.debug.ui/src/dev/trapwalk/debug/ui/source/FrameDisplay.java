package dev.trapwalk.debug.ui.source;

import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.ui.presentation.WalkModelPresentation;
import dev.trapwalk.debug.ui.view.Together;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.model.ISourceLocator;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.sourcelookup.CommonSourceNotFoundEditorInput;
import org.eclipse.debug.ui.sourcelookup.ISourceDisplay;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Shows the source of the frame that is selected in the Debug view. The platform's own display of frames waits for a
 * tenth of a second before it looks the source up, and for another one before it shows it: too slow to step by. Here
 * the lookup begins at once, the newest frame wins, and an editor that shows the line already is not moved.
 */
public final class FrameDisplay implements ISourceDisplay {

    private static final FrameDisplay INSTANCE = new FrameDisplay();

    private final Display display = Display.getDefault();
    private final SourceEditors editors = new SourceEditors();
    private final InstructionPointers pointers = new InstructionPointers(display);
    private final WalkModelPresentation presentation = new WalkModelPresentation();
    private final Job lookup = new Job(FrameDisplay.class.getSimpleName()) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            lookUp();
            return Status.OK_STATUS;
        }
    };
    /** What is still to be shown: a frame that was shown is not held, nor is its machine. */
    private final AtomicReference<Wanted> newest = new AtomicReference<>();

    private record Wanted(WalkStackFrame frame, IWorkbenchPage page) {
    }

    private FrameDisplay() {
        lookup.setSystem(true);
        lookup.setPriority(Job.INTERACTIVE);
    }

    /** The only one. */
    static FrameDisplay get() {
        return INSTANCE;
    }

    /** Nothing that was found is kept, so that a lookup that is forced is one like any other. */
    @Override
    public void displaySource(Object element, IWorkbenchPage page, boolean forced) {
        if (element instanceof WalkStackFrame frame && page != null) {
            newest.set(new Wanted(frame, page));
            lookup.schedule();
        }
    }

    /** In a job: a checkout of the kernel's source that was not read yet takes a moment. */
    private void lookUp() {
        Wanted wanted = newest.get();
        ISourceLocator locator = wanted == null ? null : wanted.frame().getLaunch().getSourceLocator();
        if (locator == null || wanted.frame().isTerminated() || display.isDisposed()) {
            newest.compareAndSet(wanted, null);
            return;
        }
        Object source = locator.getSourceElement(wanted.frame());
        display.asyncExec(() -> {
            if (newest.compareAndSet(wanted, null)) {
                show(wanted, source);
                Together.show(wanted.frame());
            }
        });
    }

    private void show(Wanted wanted, Object source) {
        if (wanted.frame().isTerminated()) {
            return;
        }
        IEditorInput input = source == null ? new CommonSourceNotFoundEditorInput(wanted.frame())
                : presentation.getEditorInput(source);
        String editorId = source == null ? IDebugUIConstants.ID_COMMON_SOURCE_NOT_FOUND_EDITOR
                : presentation.getEditorId(input, source);
        IEditorPart editor = editors.open(wanted.page(), input, editorId).orElse(null);
        ITextEditor text = editor == null ? null : editor.getAdapter(ITextEditor.class);
        if (text != null) {
            point(text, wanted.frame());
        }
    }

    private void point(ITextEditor editor, WalkStackFrame frame) {
        IDocumentProvider provider = editor.getDocumentProvider();
        IDocument document = provider == null ? null : provider.getDocument(editor.getEditorInput());
        try {
            if (document != null) {
                int line = frame.getLineNumber() - 1;
                IRegion region = document.getLineInformation(line);
                reveal(editor, line, region.getOffset());
                pointers.show(editor, frame, new Position(region.getOffset(), region.getLength()));
            }
        } catch (BadLocationException noSuchLine) {
            // The frame has no line, or the text has become shorter since the machine was booted from it.
            pointers.forget(frame.getDebugTarget());
        }
    }

    /** Puts the caret on a line; what is in sight stays where it is. */
    private static void reveal(ITextEditor editor, int line, int offset) {
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        if (viewer != null && line >= viewer.getTopIndex() && line < viewer.getBottomIndex()) {
            viewer.setSelectedRange(offset, 0);
        } else {
            editor.selectAndReveal(offset, 0);
        }
    }
}
