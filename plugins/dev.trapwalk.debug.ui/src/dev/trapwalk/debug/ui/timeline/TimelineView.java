package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Who entered the kernel when, and what became of it, as far as the machine has been. Each unit is asked for once and
 * one after
 * the other, so that a long history fills in without holding up the session.
 */
public final class TimelineView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.timeline"; //$NON-NLS-1$

    /** Most units drawn: the newest ones before and after the current mark. */
    private static final int MAX_UNITS = 500;

    private final TreeMap<Long, Optional<Block>> known = new TreeMap<>();
    private String branch = ""; //$NON-NLS-1$
    private Lanes lanes;

    @Override
    protected Control createContent(Composite parent) {
        lanes = new Lanes(parent, block -> travel(new Mark(block.unit(), 1)));
        return lanes;
    }

    @Override
    protected void forget() {
        known.clear();
    }

    @Override
    protected void show(StopState state) {
        if (!branch.equals(state.time().branch())) {
            branch = state.time().branch();
            known.clear();
        }
        Mark furthest = state.time().furthest();
        long last = furthest.isUserMode() ? furthest.unit() - 1 : furthest.unit();
        known.tailMap(last, false).clear();
        draw(state);
        complete(state, Math.max(state.time().oldest().unit(), last - MAX_UNITS), last);
    }

    /** Asks for the newest unit that is not known yet. */
    private void complete(StopState state, long first, long last) {
        for (long unit = last; unit >= first; unit--) {
            if (!known.containsKey(unit)) {
                long wanted = unit;
                ask(state, new Command.RecordUnit(unit), entry -> {
                    known.put(wanted, entry.enteredKernel() ? Optional.of(Block.of(entry)) : Optional.empty());
                    draw(state);
                    complete(state, first, wanted - 1);
                }, refused -> {
                    // Dropped from the history meanwhile: what is known is drawn.
                });
                return;
            }
        }
    }

    private void draw(StopState state) {
        List<Block> blocks = blocks();
        if (blocks.isEmpty()) {
            say(Messages.none);
        } else {
            lanes.show(state.threads(), blocks, state.mark());
            showContent();
        }
    }

    private List<Block> blocks() {
        return known.values().stream().flatMap(Optional::stream).toList();
    }

    /** What is drawn, in words: thread and what became of each kernel entry. */
    public List<String> texts() {
        return blocks().stream().map(block -> block.name() + ": " + block.kind().text()).toList(); //$NON-NLS-1$
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
