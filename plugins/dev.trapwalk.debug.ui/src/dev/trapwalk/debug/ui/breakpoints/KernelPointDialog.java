package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;

/** Chooses a kernel point from a searchable tree of kernel functions, and when passing it is to stop the machine. */
public final class KernelPointDialog extends TitleAreaDialog {

    private final Map<Mode, Button> modes = new EnumMap<>(Mode.class);
    private TreeViewer tree;
    private Text description;
    private KernelPoint chosen;
    private Mode mode = Mode.PASSED;

    /** A dialog that is not open yet. */
    public KernelPointDialog(Shell parent) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The chosen point; empty before one was chosen. */
    public Optional<KernelPoint> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** When passing the point is to count. */
    public Mode mode() {
        return mode;
    }

    /** The tree of functions and points. */
    public TreeViewer tree() {
        return tree;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.pointDialog);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.pointDialogTitle);
        setMessage(Messages.pointDialogHint);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(10, 8).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        createTree(page);
        description = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 64).applyTo(description);
        createModes(page);
        return area;
    }

    private void createTree(Composite page) {
        PatternFilter filter = new PatternFilter();
        filter.setIncludeLeadingWildcard(true);
        FilteredTree filtered = new FilteredTree(page, SWT.SINGLE | SWT.BORDER, filter, true, true);
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 320).applyTo(filtered);
        tree = filtered.getViewer();
        tree.setContentProvider(new KernelPointContent());
        tree.setLabelProvider(new KernelPointLabels());
        tree.setInput(KernelCatalogue.functions());
        tree.addSelectionChangedListener(
                event -> choose(event.getStructuredSelection().getFirstElement()));
        tree.addDoubleClickListener(event -> {
            if (chosen != null) {
                okPressed();
            }
        });
    }

    private void createModes(Composite page) {
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(16, 0).applyTo(row);
        addMode(row, Mode.PASSED, Messages.modePassed);
        addMode(row, Mode.HOLDS, Messages.modeHolds);
        addMode(row, Mode.FAILS, Messages.modeFails);
        modes.get(mode).setSelection(true);
    }

    private void addMode(Composite row, Mode value, String label) {
        Button button = new Button(row, SWT.RADIO);
        button.setText(label);
        button.setEnabled(value == Mode.PASSED);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                mode = value;
            }
        });
        modes.put(value, button);
    }

    private void choose(Object element) {
        chosen = element instanceof KernelPoint point ? point : element instanceof KernelFunction function
                ? function.entry() : null;
        boolean decides = chosen != null && chosen.isDecision();
        if (!decides) {
            mode = Mode.PASSED;
        }
        modes.forEach((value, button) -> {
            button.setEnabled(decides || value == Mode.PASSED);
            button.setSelection(value == mode);
        });
        description.setText(element instanceof KernelFunction function ? function.text()
                : chosen == null ? "" : chosen.text()); //$NON-NLS-1$
        getButton(IDialogConstants.OK_ID).setEnabled(chosen != null);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(Messages.setBreakpoint);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(680, 620);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
