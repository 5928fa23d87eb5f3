package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.ui.past.Coverages;
import dev.trapwalk.debug.ui.past.Coverages.Covered;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.CoverageReport;
import dev.trapwalk.engine.session.query.CoverageRun;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;

/** Runs scenarios one after the other, each from boot to its end; whoever cancels gets what was run until then. */
final class CoverageQuery implements ISearchQuery {

    private final Scenarios scenarios;
    private final CoverageResult result = new CoverageResult(this);
    /** What became of each scenario, in words, in their order. */
    private volatile Map<IFile, String> outcomes = Map.of();
    private volatile Covered covered;
    private volatile boolean cancelled;

    CoverageQuery(Scenarios scenarios) {
        this.scenarios = scenarios;
        covered = new Covered(scenarios.of(), Coverage.none());
    }

    Map<IFile, String> outcomes() {
        return outcomes;
    }

    /** The sum of all that were run. */
    Covered covered() {
        return covered;
    }

    @Override
    public IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, scenarios.files().size());
        Coverage sum = Coverage.none();
        Map<IFile, String> told = new LinkedHashMap<>();
        cancelled = false;
        for (IFile file : scenarios.files()) {
            progress.subTask(file.getName());
            try {
                CoverageRun run = CoverageRun.of(ScenarioTarget.factory(ScenarioFile.read(file)),
                        CoverageRun.USUAL_UNITS, monitor::isCanceled);
                if (run.end() == CoverageRun.End.CANCELLED) {
                    cancelled = true;
                    break;
                }
                sum = sum.plus(run.coverage());
                told.put(file, outcome(run));
            } catch (CoreException notBootable) {
                told.put(file, Messages.bind(Messages.notRun, notBootable.getStatus().getMessage()));
            }
            progress.worked(1);
        }
        outcomes = told;
        covered = new Covered(scenarios.of(), sum);
        Coverages.show(covered);
        result.changed();
        return cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private static String outcome(CoverageRun run) {
        String summary = CoverageReport.summary(run.coverage());
        return switch (run.end()) {
            case LIMIT -> Messages.bind(Messages.limit, run.units(), summary);
            case NOT_MODELLED -> Messages.bind(Messages.notModelled,
                    new Object[] {run.units(), run.message(), summary});
            default -> summary;
        };
    }

    @Override
    public String getLabel() {
        String summary = CoverageReport.summary(covered.coverage());
        return cancelled ? Messages.bind(Messages.cancelledAfter,
                new Object[] {scenarios.of(), outcomes.size(), summary})
                : outcomes.isEmpty() ? Messages.bind(Messages.running, scenarios.of())
                        : Messages.bind(Messages.done, scenarios.of(), summary);
    }

    @Override
    public boolean canRerun() {
        return true;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public ISearchResult getSearchResult() {
        return result;
    }
}
