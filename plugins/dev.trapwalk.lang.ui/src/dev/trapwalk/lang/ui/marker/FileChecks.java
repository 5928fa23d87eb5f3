package dev.trapwalk.lang.ui.marker;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Keeps the problem markers of layouts and scenarios that no editor shows: checks all files of the workspace once when it
 * starts, and each one again when it changes. A file that an editor shows has the markers of the editor's text, saved or not;
 * when the editor closes, what counts is the file again.
 *
 * <p>A listener and a job rather than a builder: a layout lies in a project of whatever nature, and needs nothing of it.
 */
public final class FileChecks extends Job implements IResourceChangeListener {
    private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;
    /** Milliseconds in which changes that belong together come. */
    private static final long PAUSE = 200;
    /** Milliseconds to wait for the file that is being checked when the workbench closes. */
    private static final long LONGEST_STOP = 5_000;
    /** Larger files are checked when somebody opens them. */
    private static final long LARGEST = 32 << 20;

    private final Documents documents;
    private final Analyser analyser;
    private final DiagnosticMarkers markers;
    private final Set<IFile> waiting = new LinkedHashSet<>();
    private volatile boolean stopped;

    public FileChecks(Documents documents, Analyser analyser, DiagnosticMarkers markers) {
        super(Messages.FileChecks_Job);
        this.documents = documents;
        this.analyser = analyser;
        this.markers = markers;
        setPriority(Job.DECORATE);
    }

    /** Begins to listen, and checks what there is. */
    public void start(IWorkspace workspace) {
        workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        addAll(workspace);
    }

    /** Checks all files soon. */
    public void addAll(IWorkspace workspace) {
        add(workspace.getRoot());
    }

    /** Stops listening and checking for good: after this the workspace may go away. */
    public void stop(IWorkspace workspace) {
        stopped = true;
        workspace.removeResourceChangeListener(this);
        cancel();
        try {
            join(LONGEST_STOP, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean shouldSchedule() {
        return !stopped;
    }

    private static boolean isOurs(String name) {
        return name.endsWith(".cdl") || name.endsWith(".walk");
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        Set<IFile> changed = new LinkedHashSet<>();
        try {
            event.getDelta().accept(delta -> {
                if (delta.getResource() instanceof IFile file && isOf(delta, file)) {
                    changed.add(file);
                }
                return true;
            });
        } catch (CoreException e) {
            LangUi.log(e);
        }
        add(changed);
    }

    private static boolean isOf(IResourceDelta delta, IFile file) {
        boolean added = delta.getKind() == IResourceDelta.ADDED;
        boolean changed = delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & CONTENT) != 0;
        // Markers move with a file, also to a name with which it is none of ours any more.
        boolean moved = added && (delta.getFlags() & IResourceDelta.MOVED_FROM) != 0;
        return isOurs(file.getName()) ? added || changed : moved;
    }

    private void add(IContainer container) {
        Set<IFile> found = new LinkedHashSet<>();
        try {
            container.accept(proxy -> {
                if (proxy.getType() == IResource.FILE && isOurs(proxy.getName())) {
                    found.add((IFile) proxy.requestResource());
                }
                return true;
            }, IResource.NONE);
        } catch (CoreException e) {
            LangUi.log(e);
        }
        add(found);
    }

    /** Checks {@code file} soon. */
    public void add(IFile file) {
        add(List.of(file));
    }

    private void add(Collection<IFile> files) {
        synchronized (waiting) {
            waiting.addAll(files);
        }
        if (!files.isEmpty()) {
            schedule(PAUSE);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor);
        for (IFile file = next(); file != null && !stopped; file = next()) {
            progress.setWorkRemaining(size() + 1).subTask(file.getFullPath().toString());
            try {
                check(file, progress.split(1));
            } catch (OperationCanceledException e) {
                synchronized (waiting) {
                    waiting.clear();
                }
                return Status.CANCEL_STATUS;
            } catch (CoreException e) {
                if (!stopped && file.isAccessible()) {
                    LangUi.log(e);
                }
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                // One file that cannot be analysed must not cost the others their markers.
                if (!stopped) {
                    LangUi.log(e);
                }
            }
        }
        return Status.OK_STATUS;
    }

    private IFile next() {
        synchronized (waiting) {
            Iterator<IFile> files = waiting.iterator();
            IFile next = files.hasNext() ? files.next() : null;
            waiting.remove(next);
            return next;
        }
    }

    private int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void check(IFile file, IProgressMonitor monitor) throws CoreException {
        if (!file.isAccessible() || file.getLocationURI() == null) {
            return;
        }
        String uri = file.getLocationURI().toString();
        if (!isOurs(file.getName()) || file.isDerived(IResource.CHECK_ANCESTORS)) {
            file.deleteMarkers(DiagnosticMarkers.TYPE, false, IResource.DEPTH_ZERO);
        } else if (documents.text(uri) == null && file.getLocation() != null
                && file.getLocation().toFile().length() < LARGEST) {
            AnalysedDocument analysed = analyser.apply(new TextSnapshot(uri, 0, file.readString()));
            // Whoever has opened it meanwhile sees what is wrong with the text of the editor.
            markers.update(file, analysed, () -> documents.text(uri) == null, monitor);
        }
    }
}
