package dev.trapwalk.lang.ui.compare;

import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.CompareViewerPane;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.DiffTreeViewer;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.compare.structuremergeviewer.ICompareInputChangeListener;
import org.eclipse.compare.structuremergeviewer.IDiffElement;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.DisposeEvent;
import org.eclipse.swt.widgets.Composite;

/**
 * Objects, capabilities and CPtrs that differ between two layouts, found in the background. Below it the compare editor
 * shows the texts, or both sides of the difference that is selected here.
 */
public final class LayoutDiffViewer extends DiffTreeViewer implements ICompareInputChangeListener {
    private ICompareInput input;
    /** Counts comparisons: one that ends after a later one has begun is of no use. */
    private final AtomicInteger comparisons = new AtomicInteger();
    private List<DiffNode> roots = List.of();

    LayoutDiffViewer(Composite parent, CompareConfiguration configuration) {
        super(parent, configuration);
        setContentProvider(new Differences());
        // Objects first, as the layout says them, and not by the alphabet.
        setComparator(null);
        title(Messages.Compare_Title);
    }

    private void title(String text) {
        getControl().setData(CompareUI.COMPARE_VIEWER_TITLE, text);
    }

    @Override
    protected void inputChanged(Object newInput, Object oldInput) {
        if (input != null) {
            input.removeCompareInputChangeListener(this);
        }
        input = newInput instanceof ICompareInput comparable ? comparable : null;
        if (input != null) {
            input.addCompareInputChangeListener(this);
            compareInputChanged(input);
        } else {
            show(List.of());
        }
    }

    @Override
    public void compareInputChanged(ICompareInput changed) {
        int number = comparisons.incrementAndGet();
        Job job = Job.createSystem(Messages.Compare_Title, (ICoreRunnable) monitor -> compare(changed, number));
        job.schedule();
    }

    private void compare(ICompareInput compared, int number) throws CoreException {
        List<DiffNode> found = Sides.differences(compared.getLeft(), compared.getRight());
        if (!getControl().isDisposed()) {
            getControl().getDisplay().asyncExec(() -> {
                if (compared == input && number == comparisons.get() && !getControl().isDisposed()) {
                    show(found);
                }
            });
        }
    }

    private void show(List<DiffNode> found) {
        roots = found;
        int count = found.stream().mapToInt(root -> root.getChildren().length).sum();
        title(count == 0 ? Messages.Compare_Same : NLS.bind(Messages.Compare_Count, count));
        refresh();
        expandToLevel(2);
        if (getControl().getParent() instanceof CompareViewerPane pane) {
            pane.setText((String) getControl().getData(CompareUI.COMPARE_VIEWER_TITLE));
        }
    }

    /** The groups of differences. */
    public List<DiffNode> differences() {
        return roots;
    }

    @Override
    protected void handleDispose(DisposeEvent event) {
        if (input != null) {
            input.removeCompareInputChangeListener(this);
        }
        super.handleDispose(event);
    }

    /** The input stands for its differences. */
    private final class Differences implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object element) {
            return roots.toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return element instanceof DiffNode node ? node.getChildren() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof IDiffElement difference ? difference.getParent() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof DiffNode node && node.hasChildren();
        }
    }
}
