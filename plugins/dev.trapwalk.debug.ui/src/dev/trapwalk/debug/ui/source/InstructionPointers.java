package dev.trapwalk.debug.ui.source;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.engine.session.state.StopState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IInstructionPointerPresentation;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * The platform's instruction pointers beside the lines where frames stand. From step to step a pointer moves: it is
 * taken away only when the machine runs for longer than a step, or has ended. User interface thread only.
 */
final class InstructionPointers implements IDebugEventSetListener {

    /** A machine that has not stopped after so many milliseconds runs. */
    private static final int RUNS = 300;

    private final Display display;
    private final IInstructionPointerPresentation presentation =
            (IInstructionPointerPresentation) DebugUITools.newDebugModelPresentation();
    private final List<Pointer> pointers = new ArrayList<>();
    private final Runnable forgetRunning = () -> forget(pointer -> !pointer.target().isSuspended());

    /** @param generation of the stop at which it was drawn */
    private record Pointer(WalkDebugTarget target, long generation, IAnnotationModel model, Annotation annotation) {
    }

    InstructionPointers(Display display) {
        this.display = display;
        DebugPlugin.getDefault().addDebugEventListener(this);
    }

    /** Points at a frame's place; what pointed at places of earlier stops of its machine goes. */
    void show(ITextEditor editor, WalkStackFrame frame, Position place) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        Annotation annotation = presentation.getInstructionPointerAnnotation(editor, frame);
        if (!(model instanceof IAnnotationModelExtension replacing) || annotation == null) {
            return;
        }
        WalkDebugTarget target = frame.getDebugTarget();
        long generation = target.stopState().map(StopState::generation).orElse(0L);
        Annotation[] here = pointers.stream().filter(pointer -> pointer.model() == model).map(Pointer::annotation)
                .toArray(Annotation[]::new);
        pointers.removeIf(pointer -> pointer.model() == model);
        forget(pointer -> pointer.target() == target && pointer.generation() != generation);
        if (!(here.length == 1 && here[0].getType().equals(annotation.getType())
                && place.equals(model.getPosition(here[0])))) {
            replacing.replaceAnnotations(here, Map.of(annotation, place));
            pointers.add(new Pointer(target, generation, model, annotation));
        } else {
            pointers.add(new Pointer(target, generation, model, here[0]));
        }
    }

    /** Takes all pointers of a machine away. */
    void forget(WalkDebugTarget target) {
        forget(pointer -> pointer.target() == target);
    }

    private void forget(Predicate<Pointer> which) {
        for (Iterator<Pointer> each = pointers.iterator(); each.hasNext();) {
            Pointer pointer = each.next();
            if (which.test(pointer)) {
                pointer.model().removeAnnotation(pointer.annotation());
                each.remove();
            }
        }
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            WalkDebugTarget target = Adapters.adapt(event.getSource(), WalkDebugTarget.class);
            if (target != null && !display.isDisposed()) {
                if (event.getKind() == DebugEvent.TERMINATE) {
                    display.asyncExec(() -> forget(target));
                } else if (event.getKind() == DebugEvent.RESUME) {
                    display.asyncExec(() -> display.timerExec(RUNS, forgetRunning));
                }
            }
        }
    }
}
