package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;

/** A kernel point from a searchable tree of kernel functions, and when passing it counts. */
public final class PointForm extends LocationForm {

    private final Map<Mode, Button> modes = new EnumMap<>(Mode.class);
    private TreeViewer tree;
    private Text description;
    private KernelPoint chosen;
    private Mode mode = Mode.PASSED;

    /** The tree of functions and points. */
    public TreeViewer tree() {
        return tree;
    }

    @Override
    public void create(Composite page) {
        PatternFilter filter = new PatternFilter();
        filter.setIncludeLeadingWildcard(true);
        FilteredTree filtered = new FilteredTree(page, SWT.SINGLE | SWT.BORDER, filter, true, true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(420, 200).applyTo(filtered);
        tree = filtered.getViewer();
        tree.setContentProvider(new KernelPointContent());
        tree.setLabelProvider(new KernelPointLabels());
        tree.setInput(KernelCatalogue.functions());
        tree.addSelectionChangedListener(event -> choose(event.getStructuredSelection().getFirstElement()));
        description = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(SWT.DEFAULT, 40).applyTo(description);
        Composite row = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
        RowLayoutFactory.fillDefaults().spacing(12).applyTo(row);
        addMode(row, Mode.PASSED, Messages.modePassed);
        addMode(row, Mode.HOLDS, Messages.modeHolds);
        addMode(row, Mode.FAILS, Messages.modeFails);
        showModes();
    }

    private void addMode(Composite row, Mode value, String label) {
        Button button = new Button(row, SWT.RADIO);
        button.setText(label);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                mode = value;
                changed();
            }
        });
        modes.put(value, button);
    }

    private void choose(Object element) {
        chosen = element instanceof KernelPoint point ? point : element instanceof KernelFunction function
                ? function.entry() : null;
        description.setText(element instanceof KernelFunction function ? function.text()
                : chosen == null ? "" : chosen.text()); //$NON-NLS-1$
        showModes();
        changed();
    }

    private void showModes() {
        boolean decides = chosen != null && chosen.isDecision();
        if (!decides) {
            mode = Mode.PASSED;
        }
        modes.forEach((value, button) -> {
            button.setEnabled(decides || value == Mode.PASSED);
            button.setSelection(value == mode);
        });
    }

    @Override
    public void show(Location location) {
        Location.AtPoint at = (Location.AtPoint) location;
        mode = at.mode();
        KernelCatalogue.point(at.point()).ifPresent(point -> {
            chosen = point;
            tree.setSelection(new StructuredSelection(
                    point == point.function().entry() ? point.function() : point), true);
        });
        mode = at.mode();
        showModes();
    }

    @Override
    public Optional<Location> location() {
        return Optional.ofNullable(chosen).map(point -> new Location.AtPoint(point.id(), mode));
    }

    @Override
    public String problem() {
        return chosen == null ? Messages.choosePoint : ""; //$NON-NLS-1$
    }
}
