package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.breakpoints.form.LocationForm;
import dev.trapwalk.debug.ui.breakpoints.form.ObjectNames;
import dev.trapwalk.debug.ui.expression.ExpressionField;
import dev.trapwalk.debug.ui.presentation.BreakpointImages;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.LocationPoints;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.part.PageBook;

/** Sets a breakpoint of any kind: kinds on the left, what the chosen one asks for on the right. */
public final class BreakpointDialog extends TitleAreaDialog {

    private final Map<BreakpointKind, LocationForm> forms = new EnumMap<>(BreakpointKind.class);
    private final Map<BreakpointKind, Control> pages = new EnumMap<>(BreakpointKind.class);
    private BreakpointKind kind;
    private TableViewer kinds;
    private PageBook book;
    private ExpressionField condition;
    private ObjectTable objects;

    /** A dialog that is not open yet and begins with a kind of breakpoint. */
    public BreakpointDialog(Shell parent, BreakpointKind kind) {
        super(parent);
        this.kind = kind;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /** Goes to another kind. */
    public void choose(BreakpointKind chosen) {
        kinds.setSelection(new StructuredSelection(chosen), true);
    }

    /** The form on the right. */
    public LocationForm form() {
        return forms.get(kind);
    }

    /** The condition. */
    public ExpressionField condition() {
        return condition;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.dialog);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.dialogTitle);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 8).spacing(12, 8).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        createKinds(page);
        book = new PageBook(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(500, 330).applyTo(book);
        createCondition(page);
        return area;
    }

    private void createKinds(Composite page) {
        kinds = new TableViewer(page, SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(false, true).hint(190, SWT.DEFAULT).applyTo(kinds.getControl());
        kinds.setContentProvider(ArrayContentProvider.getInstance());
        kinds.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return KindText.name((BreakpointKind) element);
            }

            @Override
            public Image getImage(Object element) {
                return BreakpointImages.of((BreakpointKind) element);
            }
        });
        kinds.setInput(BreakpointKind.values());
        kinds.addSelectionChangedListener(event -> {
            if (!event.getSelection().isEmpty()) {
                kind = (BreakpointKind) event.getStructuredSelection().getFirstElement();
                showForm();
            }
        });
    }

    private void createCondition(Composite page) {
        Composite row = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 0).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.condition);
        condition = new ExpressionField(row, ExpressionField.Kind.CONDITION, this::check);
        condition.control().setMessage(Messages.conditionHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(condition.control());
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        choose(kind);
        ObjectNames.offer(contents, names -> {
            objects = names;
            forms.values().forEach(form -> form.offer(names));
            check();
        });
        return contents;
    }

    private void showForm() {
        if (!pages.containsKey(kind)) {
            Composite page = new Composite(book, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
            LocationForm form = LocationForm.of(kind);
            forms.put(kind, form);
            pages.put(kind, page);
            form.create(page);
            form.onChange(this::check);
            if (objects != null) {
                form.offer(objects);
            }
        }
        book.showPage(pages.get(kind));
        check();
    }

    private void check() {
        if (form() == null || getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        Optional<Location> location = form().location();
        condition.setScope(Scope.of(objects == null ? new ObjectTable(List.of()) : objects,
                location.map(LocationPoints::of).orElse(List.of())), objects != null);
        Optional<String> wrong = condition.problem();
        if (location.isPresent() && wrong.isPresent()) {
            setMessage(Messages.bind(Messages.conditionWrong, wrong.get()), IMessageProvider.WARNING);
        } else {
            setMessage(location.isEmpty() ? form().problem() : KindText.description(kind),
                    location.isEmpty() ? IMessageProvider.INFORMATION : IMessageProvider.NONE);
        }
        getButton(IDialogConstants.OK_ID).setEnabled(location.isPresent());
    }

    @Override
    protected void okPressed() {
        try {
            KernelBreakpoint breakpoint = KernelBreakpoints.set(form().location().orElseThrow());
            if (!condition.text().isEmpty()) {
                breakpoint.change(WalkBreakpoint.CONDITION, condition.text());
            }
            super.okPressed();
        } catch (CoreException failed) {
            setErrorMessage(failed.getStatus().getMessage());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(Messages.setBreakpoint);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(820, 640);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
