package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.listing.CoverageSign;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.CoverageReport;
import dev.trapwalk.engine.session.query.CoverageRun;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of the kernel's decisions the scenarios of a folder take, without debugging any. */
class CoverageTest {

    private static final String POINT = "decodeCNodeInvocation/dest_empty";

    private Example example;

    @BeforeEach
    void makeTheProject() throws Exception {
        example = new Example("coverage");
        Workbench.shell();
    }

    @AfterEach
    void close() throws Exception {
        Stream.of(NewSearchUI.getQueries()).forEach(NewSearchUI::removeQuery);
        Workbench.page().hideView(Workbench.page().findView(NewSearchUI.SEARCH_VIEW_ID));
        Workbench.page().hideView(Workbench.page().findView(ProjectExplorer.VIEW_ID));
        example.close();
    }

    @Test
    void listingsAreColouredByAllScenariosOfAFolderUntilAMachineStops() throws Exception {
        write("broken.walk", "arch x86_64\nobjects {");
        ask(example.file("cnode-copy.walk").getProject());
        Workbench.waitUntil("the answer is there", () -> label().contains(" decisions taken both ways"));
        Coverage sum = Coverage.none();
        for (String name : List.of("call-fastpath", "cnode-copy", "unknown-syscall", "why-not-fast")) {
            sum = sum.plus(CoverageRun.of(ScenarioTarget.factory(ScenarioFile.read(example.file(name + ".walk"))),
                    CoverageRun.USUAL_UNITS, () -> false).coverage());
        }
        assertThat(label()).isEqualTo("Kernel coverage of 5 scenarios in coverage: " + CoverageReport.summary(sum));
        Workbench.waitUntil("it is listed", () -> tree().isPresent());
        Tree tree = tree().orElseThrow();
        expand(tree.getItem(0));
        assertThat(texts(tree.getItem(0))).hasSize(5)
                .anyMatch(line -> line.startsWith("broken.walk  not run: broken.walk, line 2:"));
        TreeItem function = Stream.of(tree.getItems())
                .filter(item -> item.getText().startsWith("decodeCNodeInvocation ")).findFirst().orElseThrow();
        expand(function);
        KernelPoint point = KernelCatalogue.point(POINT).orElseThrow();
        TreeItem decision = Stream.of(function.getItems()).filter(item -> item.getText().startsWith("dest_empty "))
                .findFirst().orElseThrow();
        assertThat(decision.getText()).isEqualTo("dest_empty  " + CoverageSign.text(sum, point));
        tree.setSelection(decision);
        Event opened = new Event();
        opened.item = decision;
        tree.notifyListeners(SWT.DefaultSelection, opened);
        Workbench.waitUntil("the listing is open", () -> listing() != null);
        String both = CoverageSign.text(sum, point);
        Workbench.waitUntil("it is coloured", () -> coverage().equals(both));
        Screenshot.of(Workbench.shell(), "coverage-of-folder");

        Example.breakAt(POINT, Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("it is the session's again", () -> coverage().equals("\u27131"));
    }

    @Test
    void whoeverCancelsGetsWhatWasRunUntilThen() throws Exception {
        write("zz-long.walk", new Crowd(2, 2, 2_000).text());
        IJobChangeListener impatient = new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                if (event.getJob().getName().startsWith("Kernel coverage of ")) {
                    event.getJob().cancel();
                }
            }
        };
        Job.getJobManager().addJobChangeListener(impatient);
        try {
            ask(example.file("zz-long.walk"));
            Workbench.waitUntil("cancelled", () -> label().startsWith(
                    "Kernel coverage of zz-long.walk, cancelled after 0: 0 of "));
        } finally {
            Job.getJobManager().removeJobChangeListener(impatient);
        }
    }

    private void write(String name, String text) throws Exception {
        example.file(name).create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
    }

    /** As a person does: selects it in the Project Explorer and calls the command. */
    private static void ask(IResource resource) throws Exception {
        CommonNavigator explorer = (CommonNavigator) Workbench.page().showView(ProjectExplorer.VIEW_ID);
        Workbench.page().activate(explorer);
        explorer.selectReveal(new StructuredSelection(resource));
        Workbench.waitUntil("selected", () -> explorer.getCommonViewer().getStructuredSelection().toList()
                .equals(List.of(resource)));
        PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.debug.ui.coverage", null);
    }

    private static String label() {
        ISearchQuery[] queries = NewSearchUI.getQueries();
        return queries.length == 0 ? "" : queries[0].getLabel();
    }

    private static Optional<Tree> tree() {
        return Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), Tree.class).stream()
                .filter(tree -> tree.getItemCount() > 0 && tree.getItem(0).getText().startsWith("Scenarios "))
                .findFirst();
    }

    private static void expand(TreeItem item) {
        Event event = new Event();
        event.item = item;
        item.getParent().notifyListeners(SWT.Expand, event);
        item.setExpanded(true);
    }

    private static List<String> texts(TreeItem parent) {
        return Stream.of(parent.getItems()).map(TreeItem::getText).toList();
    }

    private static KernelListingEditor listing() {
        return Workbench.page().getActiveEditor() instanceof KernelListingEditor listing ? listing : null;
    }

    private static String coverage() {
        KernelListingEditor editor = listing();
        return editor == null ? "" : editor.listing()
                .map(shown -> editor.coverage(shown.line(KernelCatalogue.point(POINT).orElseThrow()).orElse(0)))
                .orElse("");
    }
}
