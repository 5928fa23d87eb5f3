package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.graph.CapGraph;
import dev.trapwalk.lang.ide.graph.GraphBuilder;
import dev.trapwalk.lang.ide.graph.GraphLayout;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.ide.graph.Picture;
import dev.trapwalk.lang.ide.graph.Selection;
import dev.trapwalk.lang.ide.graph.TextWidths;
import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Makes a picture in the background, for a person to see and to cancel. A job that is cancelled never delivers. */
final class GraphJob extends Job {
    private static final int MOST_THREADS = 500;

    /**
     * What came out.
     *
     * @param layout the layout that it shows
     * @param threads names of the layout's threads
     */
    record Result(AnalysedDocument layout, GraphRequest request, Picture picture, List<String> threads) {
    }

    private final AnalysedDocument layout;
    private final GraphRequest request;
    private final TextWidths widths;
    private final Consumer<Result> receiver;
    private final Runnable cancelled;
    private volatile boolean superseded;

    GraphJob(AnalysedDocument layout, GraphRequest request, TextWidths widths, Consumer<Result> receiver,
            Runnable cancelled) {
        super(Messages.Graph_Job);
        this.cancelled = cancelled;
        this.layout = layout;
        this.request = request;
        this.widths = widths;
        this.receiver = receiver;
        setPriority(SHORT);
    }

    /** Cancels this job because another picture is wanted, or none: there is nobody to tell. */
    void supersede() {
        superseded = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(Messages.Graph_Job, IProgressMonitor.UNKNOWN);
        CapGraph graph = GraphBuilder.build(layout.model(), request);
        Picture picture = GraphLayout.place(graph, widths, monitor::isCanceled);
        if (monitor.isCanceled()) {
            if (!superseded) {
                cancelled.run();
            }
            return Status.CANCEL_STATUS;
        }
        receiver.accept(new Result(layout, request, picture, Selection.threads(layout.model(), MOST_THREADS)));
        return Status.OK_STATUS;
    }
}
