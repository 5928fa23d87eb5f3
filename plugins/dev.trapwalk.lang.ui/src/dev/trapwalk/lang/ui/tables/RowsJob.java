package dev.trapwalk.lang.ui.tables;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.ide.tables.LayoutRow;
import dev.trapwalk.lang.ide.tables.LayoutTable;
import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Makes the rows of a table in the background. A job that is cancelled never delivers. */
final class RowsJob extends Job {

    /**
     * What came out.
     *
     * @param subjects what tables of this layout can be about
     * @param subject what this one is about, or null when there is nothing
     * @param place what the cursor was on, or null
     */
    record Result(AnalysedDocument layout, List<String> subjects, String subject, List<LayoutRow> rows,
            ModelPlace place) {
    }

    private final LayoutTable table;
    private final AnalysedDocument layout;
    private final String wanted;
    private final int cursor;
    private final BiConsumer<RowsJob, Result> receiver;

    /** The table of {@code wanted}, or of what the cursor is on; a cursor of -1 does not count. */
    RowsJob(LayoutTable table, AnalysedDocument layout, String wanted, int cursor,
            BiConsumer<RowsJob, Result> receiver) {
        super(Messages.Table_Job);
        this.table = table;
        this.layout = layout;
        this.wanted = wanted;
        this.cursor = cursor;
        this.receiver = receiver;
        setSystem(true);
        setPriority(SHORT);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<String> subjects = table.subjects(layout.model());
        String current = subjects.contains(wanted) ? wanted : subjects.isEmpty() ? null : subjects.get(0);
        ModelPlace place = cursor < 0 ? null : ModelPlace.at(layout.analysis(), cursor);
        String found = place == null ? null : table.subject(layout.model(), place, current);
        String subject = found == null ? current : found;
        List<LayoutRow> rows = subject == null ? List.of() : table.rows(layout.model(), subject);
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        receiver.accept(this, new Result(layout, subjects, subject, rows, place));
        return Status.OK_STATUS;
    }
}
