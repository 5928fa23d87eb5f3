package dev.trapwalk.debug.ui.derivation;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.ShowsPlaces;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.LazyTree;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.state.CapLookup;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;

/**
 * Where the selected capability came from, what was derived from it, and who else holds one to the same object. With
 * nothing selected, the capability that the system call names.
 */
public final class DerivationView extends ModelView<DerivationModel> implements ShowsPlaces, ISelectionListener {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.derivation"; //$NON-NLS-1$

    private LazyTree<CapRow> tree;
    /** What to show; null for what the system call names. */
    private KernelPlace subject;
    private long opened;
    private final IAction link = new Action(Messages.link, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            if (isChecked()) {
                selectionChanged(null, getSite().getPage().getSelection());
            }
        }
    };
    private final IAction followCall = new Action(Messages.followCall) {
        @Override
        public void run() {
            subject = null;
            redrawSoon();
        }
    };

    @Override
    protected Control createPage(Composite parent) {
        tree = new LazyTree<>(parent);
        tree.addColumn(Messages.slot, 165);
        tree.addColumn(Messages.capability, 190);
        tree.addColumn(Messages.reachedBy, 180);
        link.setChecked(true);
        MenuManager menu = PlaceProvider.install(getSite(), tree.widget(), this::selected);
        menu.add(followCall);
        menu.add(link);
        copies(this::texts);
        getSite().getPage().addPostSelectionListener(this);
        return tree.widget();
    }

    private Optional<KernelPlace> selected() {
        return target().flatMap(target -> tree.selected().filter(row -> !row.isHeading())
                .map(row -> KernelPlace.slot(target, row.slot())));
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part != this && link.isChecked() && !(part instanceof DerivationView)) {
            KernelPlace.of(selection).filter(place -> place.slot() != 0 && place.object().type().tag() > 0)
                    .ifPresent(this::reveal);
        }
    }

    @Override
    public void reveal(KernelPlace place) {
        meet();
        subject = place;
        redrawSoon();
    }

    @Override
    protected Supplier<DerivationModel> prepare(Moment moment) {
        StopState state = moment.now();
        boolean ours = subject != null && target().filter(shown -> shown == subject.target()).isPresent();
        KernelPlace wanted = ours ? subject : null;
        DerivationModel last = model().orElse(null);
        long called = wanted != null ? 0 : CapLookup.slot(state.machine(), state.enteredThread(),
                state.machine().register(Register.CAP));
        return () -> {
            Census census = Censuses.of(state.machine());
            long slot = wanted == null ? called : wanted.slot() != 0 ? wanted.slot()
                    : original(census, wanted.object());
            return DerivationModel.of(census, moment.marks(), slot, last);
        };
    }

    /** A capability to an object that its others are derived from, as far as the order in memory tells. */
    private static long original(Census census, CapObject object) {
        List<Long> holders = census.holders(object);
        return holders.isEmpty() ? 0 : holders.get(holders.size() - 1);
    }

    @Override
    protected void draw(Moment moment, DerivationModel model) {
        if (!model.isPresent()) {
            say(subject == null ? Messages.nothingCalled : Messages.nothingThere);
            return;
        }
        if (opened != model.slot()) {
            opened = model.slot();
            tree.expandKeys(model.open());
        }
        tree.show(new DerivationContent(model));
        showContent();
    }

    @Override
    protected void forget() {
        super.forget();
        tree.show(null);
        subject = null;
        opened = 0;
    }

    @Override
    public void dispose() {
        getSite().getPage().removePostSelectionListener(this);
        super.dispose();
    }

    /** The capabilities that are shown, in words. */
    public List<String> texts() {
        return tree.texts();
    }

    @Override
    protected String emptyText() {
        return Messages.emptyView;
    }
}
