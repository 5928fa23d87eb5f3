package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Who entered the kernel when, and what became of it, as far as the machine has been. Each unit is asked for once and
 * one after the other, so that a long history fills in without holding up the session. Can be zoomed and filtered; a
 * kernel entry can be travelled to, and compared with the current mark.
 */
public final class TimelineView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.timeline"; //$NON-NLS-1$

    /** Most units drawn: the newest ones before and after the current mark. */
    private static final int MAX_UNITS = 500;

    private final TreeMap<Long, Optional<Block>> known = new TreeMap<>();
    private String branch = ""; //$NON-NLS-1$
    private Text filter;
    private Lanes lanes;

    @Override
    protected Control createContent(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        filter = new Text(page, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filterHint);
        filter.addModifyListener(event -> redrawSoon());
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(filter);
        filter.setVisible(false);
        lanes = new Lanes(page, this::travel);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lanes);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        Action filtering = action(Messages.filter, Icon.FILTER, IAction.AS_CHECK_BOX, this::switchFilter);
        bar.add(filtering);
        bar.add(action(Messages.zoomOut, Icon.ZOOM_OUT, IAction.AS_PUSH_BUTTON, () -> lanes.zoom(false)));
        bar.add(action(Messages.zoomIn, Icon.ZOOM_IN, IAction.AS_PUSH_BUTTON, () -> lanes.zoom(true)));
        createMenu();
        return page;
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            lanes.selected().ifPresent(block -> {
                Mark mark = new Mark(block.unit(), 1);
                manager.add(action(Messages.goThere, Icon.HERE, IAction.AS_PUSH_BUTTON, () -> travel(mark)));
                manager.add(action(Messages.compare, Icon.SINCE_ENTRY, IAction.AS_PUSH_BUTTON, () -> compare(block)));
                manager.add(action(Messages.name, Icon.FLAG, IAction.AS_PUSH_BUTTON, () -> target().ifPresent(
                        target -> NameMarkHandler.ask(getSite().getWorkbenchWindow(), target, mark))));
            });
            new TreeMap<>(lanes.flags()).forEach((name, mark) -> {
                MenuManager flag = new MenuManager(Messages.bind(Messages.flag, name, mark));
                flag.add(action(Messages.goThere, Icon.HERE, IAction.AS_PUSH_BUTTON, () -> travel(mark)));
                flag.add(action(Messages.forget, null, IAction.AS_PUSH_BUTTON, () -> target().ifPresent(
                        target -> NameMarkHandler.forget(getSite().getWorkbenchWindow(), target, name))));
                manager.add(flag);
            });
        });
        lanes.setMenu(menu.createContextMenu(lanes));
    }

    private static Action action(String label, Icon icon, int style, Runnable work) {
        Action action = new Action(label, style) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setToolTipText(label);
        action.setImageDescriptor(icon == null ? null : icon.descriptor());
        return action;
    }

    private void switchFilter() {
        boolean shown = !filter.getVisible();
        ((GridData) filter.getLayoutData()).exclude = !shown;
        filter.setVisible(shown);
        filter.getParent().layout();
        if (shown) {
            filter.setFocus();
        } else {
            filter.setText(""); //$NON-NLS-1$
        }
    }

    /** Lists in Changes what has changed from the beginning of a kernel entry to where the machine stands. */
    private void compare(Block block) {
        try {
            ((ChangesView) getSite().getPage().showView(ChangesView.ID)).since(new Mark(block.unit(), 0));
        } catch (PartInitException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    protected void forget() {
        known.clear();
        lanes.select(null);
        lanes.name(Map.of());
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
        ask(state, new Command.NamedMarks(), lanes::name, refused -> { });
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
        if (known.values().stream().noneMatch(Optional::isPresent)) {
            say(Messages.none);
        } else {
            lanes.show(state.threads(), blocks(), state.mark());
            showContent();
        }
    }

    /** Those that fit the filter. */
    private List<Block> blocks() {
        String words = filter.getText();
        return known.values().stream().flatMap(Optional::stream).filter(block -> block.fits(words)).toList();
    }

    /** Some mark has got a name, or lost it. */
    public void namesChanged() {
        redrawSoon();
    }

    /** The marks drawn as flags, by name. */
    public Map<String, Mark> flags() {
        return lanes.flags();
    }

    /** What is drawn, in words: thread and what became of each kernel entry. */
    public List<String> texts() {
        return blocks().stream().map(block -> block.name() + ": " + block.kind().text()).toList(); //$NON-NLS-1$
    }

    /** Shows only kernel entries whose thread, call and end have all these words, as if a person had typed them. */
    public void filter(String words) {
        if (!filter.getVisible()) {
            switchFilter();
        }
        filter.setText(words);
    }

    /** Draws kernel entries wider or narrower; answers the pixels that each takes. */
    public int zoom(boolean in) {
        lanes.zoom(in);
        return lanes.width();
    }

    /** Compares the kernel entry that is drawn at a place, counted from 0, with the current mark. */
    public void compare(int index) {
        lanes.select(blocks().get(index));
        compare(blocks().get(index));
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
