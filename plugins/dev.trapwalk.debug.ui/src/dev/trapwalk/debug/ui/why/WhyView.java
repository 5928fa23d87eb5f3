package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.StopState;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Why the system call under way goes as it goes: why it is not fast, why it returns an error, which capability it
 * means, who
 * runs next. The whole call is looked at, also the part that is still to come.
 */
public final class WhyView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.why"; //$NON-NLS-1$

    private RichText text;

    @Override
    protected Control createContent(Composite parent) {
        text = new RichText(parent);
        return text.widget();
    }

    @Override
    protected void show(StopState state) {
        askForEntry(state, this::show, () -> say(Messages.noEntry));
    }

    private void show(UnitRecord entry) {
        text.begin();
        text.add(Messages.bind(Messages.entryOf, entry.before().describe().thread(entry.thread()),
                entry.before().programs().current(entry.before(), entry.thread())
                        .map(statement -> statement.source().text()).orElse(Messages.noProgram)), SWT.NORMAL, null);
        text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
        Answers.about(entry).forEach(this::add);
        text.end();
        showContent();
    }

    private void add(Answer answer) {
        text.add("\n" + answer.question() + "\n", SWT.BOLD, //$NON-NLS-1$ //$NON-NLS-2$
                answer.refused() ? Palette.ERROR : Palette.SLOW);
        answer.lines().forEach(line -> text.add(line + "\n", SWT.NORMAL, null)); //$NON-NLS-1$
        answer.mark().ifPresent(mark -> text.addLink(Messages.goThere, () -> travel(mark)));
        answer.check().ifPresent(check -> {
            text.add("   ", SWT.NORMAL, null); //$NON-NLS-1$
            text.addLink(Messages.breakThere, () -> breakAt(check));
        });
        if (answer.mark().isPresent() || answer.check().isPresent()) {
            text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
        }
    }

    private static void breakAt(KernelPoint check) {
        Mode mode = check.isDecision() ? Mode.FAILS : Mode.PASSED;
        if (KernelPointBreakpoint.find(check, mode).isEmpty()) {
            try {
                new KernelPointBreakpoint(check, mode);
            } catch (CoreException failed) {
                StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }

    /** All that is shown. */
    public String text() {
        return text.widget().getText();
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
