package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.PageBook;
import org.eclipse.ui.part.ViewPart;

/** A view of the machine that is selected in the Debug view. All that is shown comes from one stop state. */
public abstract class WalkView extends ViewPart {

    /** How far back to look for the last kernel entry while the machine is in user mode. */
    private static final int LOOK_BACK = 32;

    private PageBook book;
    private Composite nothing;
    private Label sentence;
    private Control content;
    private StopTracker tracker;
    private WalkDebugTarget shown;
    /** What is drawn in the colours of one theme is drawn again in those of another. */
    private final IPropertyChangeListener themes = event -> showColours();
    private Drawn drawn;
    private KnownEntry known;

    /** A kernel entry that was asked for: on the same branch with the same edits it passes the same way at any stop. */
    private record KnownEntry(String branch, int edits, UnitRecord entry) {

        boolean isAt(StopState state, int editsNow, long unit) {
            return entry.unit() == unit && edits == editsNow && branch.equals(state.time().branch());
        }
    }

    @Override
    public final void createPartControl(Composite parent) {
        book = new PageBook(parent, SWT.NONE);
        nothing = new Composite(book, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(nothing);
        sentence = new Label(nothing, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sentence);
        content = createContent(book);
        say(emptyText());
        tracker = new StopTracker(this, this::redraw, this::letGo, worksOutFirst());
        tracker.redrawSoon();
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
    }

    /** Creates what shows a machine. */
    protected abstract Control createContent(Composite parent);

    /** Whether to show a stop means to work it out in the background first, and to draw it later. */
    protected boolean worksOutFirst() {
        return false;
    }

    /** Shows a stop. */
    protected abstract void show(StopState state);

    /** What would fill this view. */
    protected abstract String emptyText();

    /** What a redraw depends on; stops are numbered. */
    private record Drawn(WalkDebugTarget target, boolean ended, boolean running, long stop, WalkThread thread) {
    }

    /** Events of one stop come one after the other; only the first of them is news. */
    private void redraw() {
        WalkDebugTarget target = tracker.target().orElse(null);
        Drawn now = new Drawn(target, target != null && target.isTerminated(),
                target != null && LongRuns.isLong(target), target == null ? -1
                : target.stopState().map(StopState::generation).orElse(-1L), tracker.thread().orElse(null));
        if (!now.equals(drawn)) {
            drawn = now;
            redraw(target);
        }
    }

    /**
     * Takes note of the machine that is to be shown, and forgets another one. Who is asked to show something calls this
     * first: a view that was hidden may not have met the machine yet, and would forget what it was asked with the other.
     */
    protected final void meet() {
        meet(tracker.target().orElse(null));
    }

    private void meet(WalkDebugTarget target) {
        boolean another = shown != null && target != shown;
        shown = target;
        if (another) {
            known = null;
            forget();
        }
    }

    /** Keeps nothing of a machine whose launch is gone. */
    private void letGo(Collection<ILaunch> gone) {
        if (shown != null && gone.contains(shown.getLaunch())) {
            drawn = null;
            meet(null);
        }
    }

    private void redraw(WalkDebugTarget target) {
        meet(target);
        Optional<StopState> state = Optional.ofNullable(target)
                .filter(there -> !there.isTerminated() && !LongRuns.isLong(there)).flatMap(WalkDebugTarget::stopState);
        if (state.isPresent()) {
            show(state.get());
        } else {
            showNothing();
        }
    }

    /** There is no machine, or it does not stand: what was shown, and a description of that, are there no more. */
    protected void showNothing() {
        setContentDescription(""); //$NON-NLS-1$
        say(shown == null ? emptyText() : !shown.isTerminated() ? Messages.running
                : Messages.bind(Messages.ended, shown.scenario().getName()));
    }

    /** Another machine is shown from now on. */
    protected void forget() {
        // Most views keep nothing.
    }

    /** Draws again soon. */
    protected final void redrawSoon() {
        drawn = null;
        tracker.redrawSoon();
    }

    /** Shows what is there in the colours of a theme that has changed. */
    protected void showColours() {
        redrawSoon();
    }

    /** Brings the content to the front. */
    protected final void showContent() {
        book.showPage(content);
    }

    /** Says something instead of showing the content. */
    protected final void say(String words) {
        sentence.setText(words);
        nothing.layout();
        book.showPage(nothing);
    }

    /** What is said instead of showing the content; empty while the content is shown. */
    public final String sentence() {
        return nothing.getVisible() ? sentence.getText() : ""; //$NON-NLS-1$
    }

    /** Makes Edit > Copy in this view copy these lines. */
    protected final void copies(Supplier<List<String>> texts) {
        Copy.install(getViewSite().getActionBars(), texts);
    }

    /** The machine shown. */
    protected final Optional<WalkDebugTarget> target() {
        return Optional.ofNullable(shown);
    }

    /** TCB of the thread that is selected in the Debug view, else of the one in which the machine stands. */
    protected final long thread(StopState state) {
        return tracker.thread().filter(thread -> thread.getDebugTarget() == shown).map(WalkThread::tcb)
                .filter(tcb -> state.threads().stream().anyMatch(known -> known.tcb() == tcb))
                .orElse(state.enteredThread());
    }

    /** Goes to a mark; a refusal is said in the status line. */
    protected final void travel(Mark mark) {
        move(new Command.Jump(mark));
    }

    /** Moves the machine; a refusal is said in the status line. */
    protected final void move(Command.Motion motion) {
        IStatusLineManager statusLine = getViewSite().getActionBars().getStatusLineManager();
        target().ifPresent(target -> target.move(motion, null).thenAccept(
                result -> inUi(() -> statusLine.setErrorMessage(result.isOk() ? null : result.message()))));
    }

    /** Asks the session; the answer is dropped when the machine has moved on. */
    protected final <T> void ask(StopState state, Command<T> question, Consumer<T> then, Consumer<String> refused) {
        target().ifPresent(target -> target.session().submit(question).thenAccept(result -> inUi(() -> {
            boolean current = target == shown
                    && target.stopState().map(now -> now.generation() == state.generation()).orElse(false);
            if (current && result.isOk()) {
                then.accept(result.get());
            } else if (current) {
                refused.accept(result.message());
            }
        })));
    }

    /** The kernel entry in which the machine stands; in user mode the last one before, if there is one. */
    protected final void askForEntry(StopState state, Consumer<UnitRecord> then, Runnable none) {
        long unit = state.mark().isUserMode() ? state.mark().unit() - 1 : state.mark().unit();
        askForEntry(state, unit, Math.max(0, unit - LOOK_BACK), then, none);
    }

    private void askForEntry(StopState state, long unit, long last, Consumer<UnitRecord> then, Runnable none) {
        if (unit < last) {
            none.run();
            return;
        }
        int edits = target().map(target -> target.changes().edits()).orElse(0);
        if (known != null && known.isAt(state, edits, unit)) {
            then.accept(known.entry());
            return;
        }
        ask(state, new Command.RecordUnit(unit), entry -> {
            if (entry.enteredKernel()) {
                known = new KnownEntry(state.time().branch(), edits, entry);
                then.accept(entry);
            } else {
                askForEntry(state, unit - 1, last, then, none);
            }
        }, message -> none.run());
    }

    /** Whether this view is closed. */
    final boolean isDisposed() {
        return book.isDisposed();
    }

    /** Does something on the user interface thread soon, unless this view is closed by then. */
    protected final void inUi(Runnable work) {
        if (!book.isDisposed()) {
            book.getDisplay().asyncExec(() -> {
                if (!book.isDisposed()) {
                    work.run();
                }
            });
        }
    }

    @Override
    public void setFocus() {
        book.setFocus();
    }

    @Override
    public void dispose() {
        if (tracker != null) {
            PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
            tracker.dispose();
        }
        super.dispose();
    }
}
