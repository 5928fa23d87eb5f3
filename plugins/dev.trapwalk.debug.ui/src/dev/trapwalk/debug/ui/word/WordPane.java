package dev.trapwalk.debug.ui.word;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.WordLayout;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.ui.IDetailPane;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * Explains the selected value bit by bit. How it is read can be chosen; the choice stays as long as the same value is
 * selected.
 */
public final class WordPane implements IDetailPane {

    /** Id of this pane. */
    public static final String ID = "dev.trapwalk.debug.ui.wordPane"; //$NON-NLS-1$

    private Composite page;
    private Combo choice;
    private WordStrip strip;
    private Table table;
    private List<WordReading> readings = List.of();
    private ChangeMarks marks;
    private String shownFor = ""; //$NON-NLS-1$
    /** Counts what was asked for; an answer to an older question is dropped. */
    private int asked;

    @Override
    public void init(IWorkbenchPartSite site) {
        // Needs nothing of its surroundings.
    }

    @Override
    public Control createControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        strip = new WordStrip(page, part -> table.setSelection(part));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        choice = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setToolTipText(Messages.choiceHint);
        choice.addListener(SWT.Selection, event -> showChosen());
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(choice);
        table = new Table(page, SWT.FULL_SELECTION | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        for (int width : new int[] {70, 130, 60, 160}) {
            new TableColumn(table, SWT.NONE).setWidth(width);
        }
        return page;
    }

    @Override
    public void display(IStructuredSelection selection) {
        int question = ++asked;
        Optional<WalkVariable> variable = WordPaneFactory.variable(selection);
        Optional<Moment> moment = variable.flatMap(found -> found.getDebugTarget().changes().moment());
        if (moment.isPresent()) {
            Job job = Job.createSystem("WordPane", (ICoreRunnable) monitor -> read(question, //$NON-NLS-1$
                    moment.get(), variable.get().variable()));
            job.setPriority(Job.SHORT);
            job.schedule();
        } else {
            clear();
        }
    }

    private void clear() {
        readings = List.of();
        shownFor = ""; //$NON-NLS-1$
        choice.removeAll();
        table.removeAll();
        strip.clear();
    }

    private void read(int question, Moment moment, Variable variable) {
        List<WordReading> found = WordReadings.of(Censuses.of(moment.machine()), variable);
        ChangeMarks changes = moment.marks();
        if (!page.isDisposed()) {
            page.getDisplay().asyncExec(() -> {
                if (!page.isDisposed() && question == asked) {
                    show(variable.name() + found.get(0).title(), found, changes);
                }
            });
        }
    }

    private void show(String newShownFor, List<WordReading> found, ChangeMarks changes) {
        boolean same = newShownFor.equals(shownFor)
                && Objects.equals(titles(found), titles(readings)) && choice.getSelectionIndex() >= 0;
        readings = found;
        marks = changes;
        shownFor = newShownFor;
        if (!same) {
            choice.setItems(titles(found).toArray(String[]::new));
            choice.select(0);
        }
        showChosen();
    }

    private static List<String> titles(List<WordReading> readings) {
        return readings.stream().map(WordReading::title).toList();
    }

    private void showChosen() {
        WordReading reading = readings.get(choice.getSelectionIndex());
        strip.show(reading, marks);
        table.setRedraw(false);
        table.removeAll();
        for (WordLayout.Part part : reading.parts(marks)) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setImage(0, Marks.image(reading.mark(marks, part)));
            item.setText(new String[] {WordStrip.bits(part), part.isUnused() ? Messages.unused : part.name(),
                Describer.hex(part.value()), part.isUnused() ? "" : part.text()}); //$NON-NLS-1$
            item.setForeground(part.isUnused() ? Palette.FAINT.color() : null);
        }
        table.setRedraw(true);
    }

    /** The reading that is shown, in words: what it is, then a line a field. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!readings.isEmpty()) {
            WordReading reading = readings.get(choice.getSelectionIndex());
            texts.add(reading.title() + " = " + reading.hex()); //$NON-NLS-1$
            reading.parts(marks).stream().filter(part -> !part.isUnused()).forEach(part -> texts.add(
                    WordStrip.bits(part) + "  " + part.name() + "  " + part.text())); //$NON-NLS-1$ //$NON-NLS-2$
        }
        return texts;
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    @Override
    public void dispose() {
        page.dispose();
    }

    @Override
    public String getID() {
        return ID;
    }

    @Override
    public String getName() {
        return Messages.paneName;
    }

    @Override
    public String getDescription() {
        return Messages.paneDescription;
    }
}
