package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Finds the names that a breakpoint can be about: those of the machine that is debugged, or of the open scenario. */
public final class ObjectNames {

    private ObjectNames() {
    }

    /**
     * Hands over the objects of a session at once; without one, those of the scenario in the active editor as soon as
     * it has been read, unless the control is gone by then. To be called on the user interface thread.
     */
    public static void offer(Control control, Consumer<ObjectTable> taker) {
        Optional<ObjectTable> debugged = Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                .filter(WalkDebugTarget.class::isInstance).map(WalkDebugTarget.class::cast)
                .flatMap(target -> target.stopState().stream()).map(state -> state.machine().objects()).findFirst();
        if (debugged.isPresent()) {
            taker.accept(debugged.get());
        } else {
            scenarioInEditor().ifPresent(file -> read(file, control, taker));
        }
    }

    private static Optional<IFile> scenarioInEditor() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            IEditorPart editor = window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
            IFile file = editor == null ? null : Adapters.adapt(editor.getEditorInput(), IFile.class);
            if (file != null && ScenarioFile.EXTENSION.equals(file.getFileExtension())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static void read(IFile file, Control control, Consumer<ObjectTable> taker) {
        Job.createSystem(Messages.readingNames, monitor -> {
            try {
                ObjectTable objects = objects(ScenarioFile.read(file).layout().objects());
                if (!control.isDisposed()) {
                    control.getDisplay().asyncExec(() -> {
                        if (!control.isDisposed()) {
                            taker.accept(objects);
                        }
                    });
                }
                return Status.OK_STATUS;
            } catch (CoreException notReadable) {
                return new Status(Status.INFO, DebugUi.PLUGIN_ID, notReadable.getMessage(), notReadable);
            }
        }).schedule();
    }

    /** Names and types; nothing is booted, so there are no addresses. */
    private static ObjectTable objects(List<ObjectSpec> specs) {
        return new ObjectTable(specs.stream().map(spec -> new NamedObject(spec.name(), spec.type(), 0,
                spec.type().sizeBits(spec.sizeBits()), spec.source())).toList());
    }
}
