package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.core.analysis.CallSearch;
import dev.trapwalk.debug.core.analysis.PrivateRun;
import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.query.UnitRecord;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

/** Asks about a system call in the background; the Why view shows the answer. */
public final class Asking {

    private Asking() {
    }

    /**
     * Asks about the system call on a line of a scenario, in a run of its own.
     *
     * @param text what the scenario's editor holds now
     * @param line 1-based
     */
    public static void aboutLine(IWorkbenchPage page, IFile scenario, String text, int line) {
        ask(page, scenario, Messages.bind(Messages.running, scenario.getName(), line), true, monitor -> {
            try (PrivateRun run = new PrivateRun(ScenarioFile.read(scenario, text))) {
                return run.callAt(line, monitor);
            }
        });
    }

    /** Asks about the system call from which a thread of a session returned at a unit. */
    public static void aboutReturn(IWorkbenchPage page, WalkDebugTarget target, String thread, long unit) {
        String title = Messages.bind(Messages.lookingFor, thread, target.scenario().getName());
        ask(page, target.scenario(), title, target.isTerminated(), monitor -> {
            if (!target.isTerminated()) {
                return new CallSearch(target.session()).before(unit, thread, monitor);
            }
            try (PrivateRun run = new PrivateRun(ScenarioFile.read(target.scenario()))) {
                return run.callBefore(unit, thread, monitor);
            }
        });
    }

    private static void ask(IWorkbenchPage page, IFile scenario, String title, boolean ownRun, Question question) {
        WhyView view;
        try {
            view = (WhyView) page.showView(WhyView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException notCreated) {
            throw new IllegalStateException(notCreated);
        }
        Job job = new Job(title) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                monitor.beginTask(title, IProgressMonitor.UNKNOWN);
                try {
                    UnitRecord entry = question.find(monitor);
                    view.answered(this, () -> view.explain(new Explanation(scenario, entry, ownRun)));
                } catch (CoreException refused) {
                    view.answered(this, () -> view.refuse(refused.getStatus().getMessage()));
                }
                return Status.OK_STATUS;
            }
        };
        view.asking(title, job);
        view.getSite().getService(IWorkbenchSiteProgressService.class).schedule(job);
    }
}
