package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.travel.Travel;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.ProgramEnd;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.query.LookupTrace;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Why the system call under way goes as it goes: why it is not fast, why it returns an error, which capability it
 * means, who runs next. The whole call is looked at, also the part that is still to come. A call that somebody asked
 * about stays until the machine stops elsewhere.
 */
public final class WhyView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.why"; //$NON-NLS-1$

    private RichText text;
    /** Stop of the machine at which the text was asked for; -1 if it is to be replaced. */
    private long keptAt = -1;
    /** Looks for the answer to what was asked last; null if nobody waits for one. */
    private Job asked;
    /** What is shown because the machine stands there; null while something else is shown. */
    private UnitRecord followed;

    @Override
    protected Control createContent(Composite parent) {
        text = new RichText(parent);
        return text.widget();
    }

    /** The text may be an answer that nobody would find again by looking where the machine stands. */
    @Override
    protected void showColours() {
        text.colour();
    }

    @Override
    protected void show(StopState state) {
        if (keptAt != state.generation()) {
            keptAt = -1;
            askForEntry(state, entry -> {
                if (keptAt < 0 && entry != followed) {
                    show(entry, target().map(WalkDebugTarget::scenario), false);
                    followed = entry;
                }
            }, this::sayNoEntry);
        }
    }

    private void sayNoEntry() {
        followed = null;
        say(Messages.noEntry);
    }

    /** Stops are numbered in each session anew: what was asked about another one goes with it. */
    @Override
    protected void forget() {
        keptAt = -1;
        followed = null;
    }

    @Override
    protected void showNothing() {
        if (keptAt < 0) {
            followed = null;
            super.showNothing();
        }
    }

    private void keep() {
        meet();
        followed = null;
        keptAt = target().flatMap(WalkDebugTarget::stopState).map(StopState::generation).orElse(Long.MAX_VALUE);
    }

    /** Says that an answer is being looked for, and how to stop that. */
    void asking(String title, Job job) {
        keep();
        asked = job;
        text.begin();
        text.add(title + "\n\n", SWT.NORMAL, null); //$NON-NLS-1$
        text.addLink(Messages.cancel, () -> {
            job.cancel();
            asked = null;
            refuse(Messages.cancelled);
        });
        text.end();
        showContent();
    }

    /** Shows what came of a question, on any thread, unless something else was asked meanwhile, or it was cancelled. */
    void answered(Job by, Runnable answer) {
        inUi(() -> {
            if (asked == by) {
                asked = null;
                answer.run();
            }
        });
    }

    /** Says why there is no answer. */
    void refuse(String message) {
        keep();
        text.begin();
        text.add(message, SWT.NORMAL, Palette.ERROR);
        text.end();
        showContent();
    }

    /** Shows an answer that was asked for. */
    void explain(Explanation explanation) {
        keep();
        show(explanation.entry(), Optional.of(explanation.scenario()), explanation.ownRun());
        if (getSite().getPage().findView(SyscallPathView.ID) instanceof SyscallPathView path) {
            path.explain(explanation.entry(), explanation.scenario());
        }
    }

    private void show(UnitRecord entry, Optional<IFile> scenario, boolean ownRun) {
        text.begin();
        text.add(Messages.bind(Messages.entryOf, entry.before().describe().thread(entry.thread()),
                entry.before().programs().current(entry.before(), entry.thread())
                        .map(statement -> statement.source().text()).orElse(Messages.noProgram)), SWT.NORMAL, null);
        text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
        if (ownRun) {
            text.add(Messages.bind(Messages.ownRun, entry.mark(0)) + "\n", SWT.ITALIC, Palette.FAINT); //$NON-NLS-1$
        }
        ProgramEnd.text(entry).ifPresent(end -> text.add(end + "\n", SWT.NORMAL, Palette.SLOW)); //$NON-NLS-1$
        Optional<WalkDebugTarget> machine = ownRun ? Optional.empty()
                : target().filter(target -> scenario.filter(target.scenario()::equals).isPresent());
        Answers.about(entry).forEach(answer -> add(answer, entry, scenario, machine.isPresent()));
        text.end();
        showContent();
    }

    private void add(Answer answer, UnitRecord entry, Optional<IFile> scenario, boolean ofSession) {
        text.add("\n" + answer.question() + "\n", SWT.BOLD, //$NON-NLS-1$ //$NON-NLS-2$
                answer.refused() ? Palette.ERROR : Palette.SLOW);
        // What failed first, then how: the first line and the lookup must be seen without scrolling.
        answer.lines().stream().limit(1).forEach(this::addLine);
        answer.lookup().ifPresent(lookup -> LookupText.add(text, lookup, entry.before(),
                slot -> scenario.ifPresent(file -> new Declaration(getSite().getPage(), file, this::tell)
                        .open(entry.before(), slot)), ofSession ? slot -> walk(lookup, slot) : null));
        answer.lines().stream().skip(1).forEach(this::addLine);
        answer.mark().ifPresent(mark -> scenario.ifPresent(
                file -> text.addLink(Messages.goThere, () -> go(file, mark))));
        answer.check().ifPresent(check -> {
            text.add("   ", SWT.NORMAL, null); //$NON-NLS-1$
            text.addLink(Messages.breakThere, () -> breakAt(check));
        });
        if (answer.mark().isPresent() || answer.check().isPresent()) {
            text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
        }
    }

    /** The picture of a lookup; it stands for the machine as it is now. */
    private void walk(LookupTrace lookup, long root) {
        try {
            CSpaceView view = (CSpaceView) getSite().getPage().showView(CSpaceView.ID);
            view.walk(root, Describer.hex(lookup.cptr()), lookup.depth());
        } catch (PartInitException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private void addLine(String line) {
        text.add(line + "\n", SWT.NORMAL, null); //$NON-NLS-1$
    }

    private void go(IFile scenario, Mark mark) {
        Travel.to(scenario, mark, refusal -> getSite().getShell().getDisplay().asyncExec(() -> tell(refusal)));
    }

    private void tell(String message) {
        getViewSite().getActionBars().getStatusLineManager().setErrorMessage(message);
    }

    private void breakAt(KernelPoint check) {
        Mode mode = check.isDecision() ? Mode.FAILS : Mode.PASSED;
        try {
            if (KernelPointBreakpoint.find(check, mode).isEmpty()) {
                new KernelPointBreakpoint(check, mode);
            }
            getViewSite().getActionBars().getStatusLineManager().setMessage(
                    Messages.bind(Messages.breakpointSet, check.id()));
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** All that is shown. */
    public String text() {
        return text.widget().getText();
    }

    /** Follows the first link of that text; whether there is one. */
    public boolean follow(String link) {
        return text.follow(link);
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
