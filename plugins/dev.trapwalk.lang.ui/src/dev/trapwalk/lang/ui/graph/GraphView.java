package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.ide.graph.Picture;
import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.ui.Messages;
import dev.trapwalk.lang.ui.follow.LayoutFollower;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

/**
 * Who can reach what in the layout of the active editor. Selecting here selects the declaration or mapping there, and the
 * cursor there selects here. Pictures are made by {@link GraphJob}s; the newest cancels those before it.
 */
public final class GraphView extends ViewPart implements LayoutFollower.Client, GraphGestures.Listener {
    public static final String ID = "dev.trapwalk.lang.ui.graph"; //$NON-NLS-1$

    private final IPropertyChangeListener themeListener = event -> canvas().redraw();
    private final Set<String> expanded = new HashSet<>();
    private GraphCanvas canvas;
    private GraphFilter filter;
    private LayoutFollower follower;
    private AnalysedDocument layout;
    private GraphJob job;
    private GraphJob.Result result;
    /** Id of the node that a person takes apart just now. */
    private String opening;

    @Override
    public void createPartControl(Composite parent) {
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 0;
        parent.setLayout(grid);
        filter = new GraphFilter(parent, this::draw);
        canvas = new GraphCanvas(parent);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        new GraphGestures(canvas, this);
        GraphMenu menu = new GraphMenu(this);
        menu.fill(getViewSite().getActionBars().getToolBarManager(), getViewSite().getActionBars().getMenuManager());
        menu.context(new MenuManager());
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
        follower = new LayoutFollower(this, this);
        follower.start();
    }

    /** What is drawn on. */
    public GraphCanvas canvas() {
        return canvas;
    }

    @Override
    public void show(AnalysedDocument newLayout) {
        if (newLayout == null || layout == null || !layout.uri().equals(newLayout.uri())) {
            expanded.clear();
        }
        layout = newLayout;
        draw();
    }

    /** Makes the picture anew. */
    private void draw() {
        if (job != null) {
            job.supersede();
        }
        if (layout == null) {
            result = null;
            filter.offer(List.of());
            filter.say(""); //$NON-NLS-1$
            canvas.show(Picture.EMPTY, Messages.Graph_Empty);
            return;
        }
        GraphRequest request = new GraphRequest(filter.thread(), filter.words(), expanded, GraphRequest.BUDGET);
        job = new GraphJob(layout, request, canvas.fonts().widths(),
                made -> canvas.getDisplay().asyncExec(() -> arrived(made)),
                () -> canvas.getDisplay().asyncExec(this::cancelled));
        getSite().getService(IWorkbenchSiteProgressService.class).schedule(job);
    }

    private void cancelled() {
        if (!canvas.isDisposed()) {
            filter.say(Messages.Graph_Cancelled);
        }
    }

    private void arrived(GraphJob.Result made) {
        if (canvas.isDisposed() || made.layout() != layout || !isCurrent(made.request())) {
            return;
        }
        boolean same = result != null && result.layout().uri().equals(made.layout().uri())
                && result.request().focus().equals(made.request().focus())
                && Objects.equals(result.request().thread(), made.request().thread());
        result = made;
        filter.offer(made.threads());
        canvas.show(made.picture(), layout.model().objects().isEmpty() ? Messages.Graph_NoObjects
                : NLS.bind(Messages.Graph_NoMatch, made.request().focus()));
        filter.say(NLS.bind(made.picture().graph().complete() ? Messages.Graph_Counts
                : Messages.Graph_Incomplete, made.picture().graph().objects(), made.picture().boxes().size()));
        if (!same) {
            canvas.fitReadable();
            cursor(follower.cursor());
        } else if (opening != null) {
            made.picture().graph().nodes().stream().filter(node -> opening.equals(node.parent())).findFirst()
                    .ifPresent(node -> canvas.select(GraphSelection.of(made.picture(), node)));
            canvas.reveal();
        }
        opening = null;
    }

    private boolean isCurrent(GraphRequest request) {
        return request.expanded().equals(expanded) && request.focus().equals(filter.words().strip())
                && Objects.equals(request.thread(), filter.thread());
    }

    @Override
    public void cursor(int offset) {
        if (result == null || result.layout() != layout || offset < 0) {
            return;
        }
        ModelPlace place = ModelPlace.at(layout.analysis(), offset);
        if (place == null) {
            return;
        }
        Picture picture = result.picture();
        List<GraphEdge> edges = place.run() == null ? List.of() : picture.graph().edges(place.run());
        if (canvas.selectedEdge() != null && edges.contains(canvas.selectedEdge())) {
            return;
        }
        if (!edges.isEmpty()) {
            canvas.select(GraphSelection.of(edges.get(0)));
        } else {
            GraphNode node = picture.graph().node(place.object().decl(), place.object().index()).orElse(null);
            if (node == null || node.id().equals(canvas.selectedNode()) && place.run() == null
                    || isShownBy(canvas.selectedNode(), place)) {
                return;
            }
            canvas.select(GraphSelection.of(picture, node));
        }
        canvas.reveal();
    }

    /** Of several elements of an array that the place may mean, the selected one is kept. */
    private boolean isShownBy(String id, ModelPlace place) {
        return id != null && result.picture().graph().node(id)
                .map(node -> node.decl() == place.object().decl() && place.object().index() < 0).orElse(false);
    }

    @Override
    public void selected() {
        GraphEdge edge = canvas.selectedEdge();
        if (edge != null) {
            follower.select(result.layout(), edge.holders().get(0).run().source());
        } else {
            result.picture().graph().node(canvas.selectedNode())
                    .map(GraphNode::decl).ifPresent(decl -> follower.select(result.layout(), decl.nameRef()));
        }
    }

    @Override
    public void opened() {
        result.picture().graph().node(String.valueOf(canvas.selectedNode())).ifPresent(node -> {
            if (node.expandable()) {
                expand(node.id());
            } else {
                openDeclaration();
            }
        });
    }

    void openDeclaration() {
        selected();
        follower.activateEditor();
    }

    /** Takes a node apart. */
    public void expand(String id) {
        expanded.add(id);
        opening = id;
        draw();
    }

    /** Folds a node that was taken apart. */
    public void collapse(String id) {
        expanded.remove(id);
        draw();
    }

    /** Folds everything. */
    public void collapseAll() {
        expanded.clear();
        draw();
    }

    /** Shows only what a thread reaches; everything for null. */
    public void showThread(String name) {
        filter.setThread(name);
    }

    /** Shows only objects that fit, what they hold, and every way to them. */
    public void showObject(String words) {
        filter.setWords(words);
    }

    void export(GraphExport form) {
        String name = layout == null ? "" : new Path(URI.create(layout.uri()).getPath()).removeFileExtension()
                .lastSegment();
        form.ask(getSite().getShell(), canvas.picture(), name);
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public void dispose() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
        if (job != null) {
            job.supersede();
        }
        follower.stop();
        super.dispose();
    }
}
