package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.ShowsPlaces;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.LazyTree;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.KernelObject;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The capabilities that the selected thread can name, slot by slot, or those of any CNode; and where a CPtr leads,
 * bit by bit.
 */
public final class CSpaceView extends ModelView<CSpaceModel> implements ShowsPlaces {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.cspace"; //$NON-NLS-1$

    /** Height of the walk; it grows with what is shown and does not shrink, so that the slots stay where they are. */
    private int walkHeight;

    private LazyTree<SlotNode> slots;
    private CSpaceBar bar;
    private WalkCanvas walk;
    /** What is shown instead of the selected thread's CSpace; null for that. */
    private Function<MachineImage, Optional<CSpaceRoot>> pinned;
    /** Slot to be selected as soon as it is shown; 0 for none. */
    private long wanted;

    private final IAction followThread = new Action(Messages.followThread) {
        @Override
        public void run() {
            pinned = null;
            redrawSoon();
        }
    };

    @Override
    protected Control createPage(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        bar = new CSpaceBar(page, this::redrawSoon);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        slots = new LazyTree<>(page, 50, 50);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(slots.widget());
        walk = new WalkCanvas(page, this::select);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(walk);
        page.addListener(SWT.Resize, event -> walkHeight = 0);
        PlaceProvider.install(getSite(), slots.widget(), this::selected).add(followThread);
        copies(this::texts);
        return page;
    }

    private Optional<KernelPlace> selected() {
        return target().flatMap(target -> slots.selected().map(node -> KernelPlace.slot(target, node.slot())));
    }

    @Override
    protected Supplier<CSpaceModel> prepare(Moment moment) {
        StopState state = moment.now();
        long tcb = thread(state);
        bar.called(calledCptr(state, tcb));
        Function<MachineImage, Optional<CSpaceRoot>> start = start(state);
        Optional<Long> cptr = bar.word();
        int depth = bar.bits().orElse(0);
        String wantedText = bar.filter();
        return () -> {
            Optional<CSpaceRoot> root = start.apply(moment.machine());
            long from = root.map(CSpaceRoot::capSlot).filter(slot -> slot != 0).orElse(Tcb.slot(tcb, Tcb.CTABLE));
            Optional<CSpaceWalk> walked = cptr.filter(word -> depth > 0)
                    .map(word -> CSpaceWalk.from(moment.machine(), from, word, depth));
            return CSpaceModel.of(root, moment.marks(), wantedText, walked);
        };
    }

    private Function<MachineImage, Optional<CSpaceRoot>> start(StopState state) {
        long tcb = thread(state);
        return pinned != null ? pinned : machine -> CSpaceRoot.ofThread(machine, tcb);
    }

    /** What the thread's system call names: live until the kernel is left, saved for all other threads. */
    private static long calledCptr(StopState state, long tcb) {
        MachineImage machine = state.machine();
        return tcb == state.enteredThread() ? machine.register(Register.CAP)
                : machine.read(Tcb.registerAddress(tcb, Register.CAP));
    }

    @Override
    protected void draw(Moment moment, CSpaceModel model) {
        followThread.setEnabled(pinned != null);
        setContentDescription(model.root().isEmpty() ? Messages.bind(Messages.noCSpace,
                moment.machine().describe().thread(thread(moment.now()))) : pinned == null ? "" //$NON-NLS-1$
                        : title(model, model.root().get()));
        slots.show(new CSpaceContent(model, !bar.filter().isBlank()));
        walk.show(moment.machine(), model.walk(), bar.problem());
        makeRoom();
        if (wanted != 0) {
            select(wanted);
        }
        showContent();
    }

    private static String title(CSpaceModel model, CSpaceRoot root) {
        return Messages.bind(root.capSlot() == 0 ? Messages.titleCNode : Messages.titleThread,
                new Object[] {root.owner(), model.caps(), 1L << root.radix()});
    }

    private void makeRoom() {
        int most = walk.getParent().getClientArea().height * 3 / 5;
        int height = Math.min(most, Math.max(walkHeight, walk.wantedHeight()));
        if (height > walkHeight) {
            walkHeight = height;
            GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, height).applyTo(walk);
            walk.getParent().layout();
        }
    }

    private void select(long slot) {
        wanted = 0;
        model().flatMap(model -> model.root().flatMap(root -> SlotNode.path(model.machine(), root, slot)))
                .ifPresent(path -> {
                    slots.expandKeys(path.subList(0, path.size() - 1));
                    slots.select(path.get(path.size() - 1));
                });
    }

    @Override
    public void reveal(KernelPlace place) {
        meet();
        bar.clearFilter();
        boolean shown = place.target().stopState().map(stop -> reveal(stop, place)).orElse(false);
        getViewSite().getActionBars().getStatusLineManager().setErrorMessage(shown ? null : Messages.inNoCNode);
        redrawSoon();
    }

    /** Slots and objects of the CSpace shown are selected in it, others in a CNode by itself. */
    private boolean reveal(StopState stop, KernelPlace place) {
        long id = place.object().id();
        int radix = place.object().sizeBits() - Cte.SIZE_BITS;
        if (place.slot() == 0 && place.object().type() == CapType.THREAD) {
            pinned = machine -> CSpaceRoot.ofThread(machine, id);
            return true;
        }
        if (place.slot() == 0 && place.object().type() == CapType.CNODE) {
            pinned = machine -> Optional.of(CSpaceRoot.ofCNode(machine, id, radix));
            return true;
        }
        Census census = Censuses.of(stop.machine());
        List<Long> there = place.slot() != 0 ? List.of(place.slot()) : census.holders(place.object());
        Optional<CSpaceRoot> root = start(stop).apply(stop.machine());
        Optional<Long> here = root.flatMap(shown -> there.stream()
                .filter(slot -> SlotNode.path(stop.machine(), shown, slot).isPresent()).findFirst());
        Optional<Long> elsewhere = there.stream().filter(slot -> census.at(slot)
                .filter(object -> object.what().type() == CapType.CNODE).isPresent()).findFirst();
        wanted = here.or(() -> elsewhere).orElse(0L);
        if (here.isEmpty()) {
            elsewhere.flatMap(census::at).map(KernelObject::what).ifPresent(cnode -> pinned = machine ->
                    Optional.of(CSpaceRoot.ofCNode(machine, cnode.id(), cnode.sizeBits() - Cte.SIZE_BITS)));
        }
        return wanted != 0;
    }

    @Override
    protected void forget() {
        super.forget();
        slots.show(null);
        pinned = null;
        bar.clearWalk();
    }

    /** Walks a CPtr of which {@code depth} bits count, as if a person had typed it. */
    public void walk(String cptr, int depth) {
        meet();
        bar.type(cptr, depth);
    }

    /** The same from the CNode capability in a slot instead of the thread's own root. */
    public void walk(long rootSlot, String cptr, int depth) {
        meet();
        pinned = machine -> CSpaceRoot.ofSlot(machine, rootSlot);
        walk(cptr, depth);
        redrawSoon();
    }

    /** The walk that is shown, in words. */
    public List<String> walkTexts() {
        return walk.texts();
    }

    /** The slots that are shown, in words. */
    public List<String> texts() {
        return slots.texts();
    }

    @Override
    protected String emptyText() {
        return Messages.emptyView;
    }
}
