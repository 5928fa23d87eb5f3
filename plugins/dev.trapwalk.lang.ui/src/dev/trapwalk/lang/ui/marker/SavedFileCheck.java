package dev.trapwalk.lang.ui.marker;

import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.Messages;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/**
 * When an editor closes, what counts is the file on disk: changes that were not saved must not leave markers behind.
 */
public final class SavedFileCheck {

    private SavedFileCheck() {
    }

    /** Analyses the file at {@code uri}, if it is one of the workspace, in a job of its own. */
    public static void schedule(String uri, Analyser analyser, DiagnosticMarkers markers) {
        IFile file = EditorDocuments.file(uri);
        if (file == null || !file.exists()) {
            return;
        }
        ICoreRunnable check = monitor -> markers.accept(analyser.apply(new TextSnapshot(uri, 0, file.readString())));
        Job job = Job.create(Messages.DiagnosticMarkers_Job, check);
        job.setSystem(true);
        job.schedule();
    }
}
