package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WatchBreakpoint;
import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.memory.ObjectsRendering;
import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.scheduler.SchedulerView;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.script.LocationText;
import dev.trapwalk.engine.session.target.NamedObject;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's watchpoints: set on what is selected in any view, and told apart by access and modification. */
class WatchpointTest {

    private Example example;

    @BeforeEach
    void stopAtTheCall() throws Exception {
        example = new Example("watchpoints");
        Example.breakAt("fastpath_call/entry", Mode.PASSED);
        example.debug("call-fastpath.walk");
        example.stopsIn("fastpath_call");
    }

    @AfterEach
    void close() throws Exception {
        Stream.of(ObjectsView.ID, SchedulerView.ID, IDebugUIConstants.ID_MEMORY_VIEW).forEach(
                id -> Workbench.page().hideView(Workbench.page().findView(id)));
        example.close();
    }

    @Test
    void whatIsSelectedInOurViewsIsWatched() throws Exception {
        NamedObject root = named("client_cspace");
        CSpaceView cspace = view(CSpaceView.ID);
        cspace.reveal(KernelPlace.slot(example.target(), root.address() + 32));
        Workbench.waitUntil("the slot is selected", () -> KernelPlace.of(selection(cspace)).isPresent());
        watches(cspace, "watch slot client_cspace 1");

        ObjectsView objects = view(ObjectsView.ID);
        objects.reveal(KernelPlace.thread(example.target(), example.thread().tcb()));
        Workbench.waitUntil("the thread is selected", () -> KernelPlace.of(selection(objects)).isPresent());
        watches(objects, "watch memory 0x" + Long.toHexString(named("client").start()) + " 2048");

        SchedulerView scheduler = view(SchedulerView.ID);
        example.stopsAfter(() -> example.target().move(new Command.Jump(Mark.START), null));
        Workbench.waitUntil("a queue is listed", () -> scheduler.texts().stream()
                .anyMatch(line -> line.strip().startsWith("Priority 100")));
        select(tree("Current thread"), "Priority 100");
        watches(scheduler, "watch queue 0 100");

        ChangesView changes = (ChangesView) Workbench.page().showView(ChangesView.ID);
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("changes are listed", () -> changes.texts().stream()
                .anyMatch(text -> text.startsWith("ep queue: [] -> [server]")));
        Table table = Widgets.all(Workbench.shell(), Table.class).stream().filter(each -> each.isVisible()
                && each.getItemCount() == changes.texts().size()).findFirst().orElseThrow();
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        watches(changes, "watch field ep epQueue_head");
    }

    @Test
    void theSelectedWordOfMemoryIsWatchedAsWhatItIs() throws Exception {
        IMemoryBlock block = example.target().getExtendedMemoryBlock("ep", example.top());
        IMemoryRenderingSite site = (IMemoryRenderingSite) Workbench.page().showView(IDebugUIConstants.ID_MEMORY_VIEW);
        DebugPlugin.getDefault().getMemoryBlockManager().addMemoryBlocks(new IMemoryBlock[] {block});
        Workbench.settle();
        IMemoryRenderingContainer container = site.getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1);
        ObjectsRendering rendering = (ObjectsRendering) DebugUITools.getMemoryRenderingManager()
                .getRenderingType(ObjectsRendering.ID).createRendering();
        rendering.init(container, block);
        container.addMemoryRendering(rendering);
        Workbench.waitUntil("words are listed", () -> rendering.texts(2).size() == 2);
        IWorkbenchPart memory = (IWorkbenchPart) site;
        Workbench.waitUntil("the block is selected",
                () -> ((IStructuredSelection) selection(memory)).getFirstElement() == block);
        Table table = (Table) rendering.getControl();
        table.select(1);
        table.notifyListeners(SWT.Selection, new Event());
        watches(memory, "watch field ep epQueue_head");
        DebugPlugin.getDefault().getMemoryBlockManager().removeMemoryBlocks(new IMemoryBlock[] {block});
    }

    @Test
    void theBreakpointsViewChangesWhichAccessCounts() throws Exception {
        WatchBreakpoint watch = (WatchBreakpoint) KernelBreakpoints.set(
                LocationText.read("watch slot client_cspace 1"));
        // The Console comes to the front when something is printed.
        Workbench.settle();
        IDebugView view = (IDebugView) Workbench.page().showView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        Tree tree = (Tree) view.getViewer().getControl();
        Workbench.waitUntil("the breakpoint is listed", () -> Stream.of(tree.getItems())
                .anyMatch(item -> item.getText().startsWith(watch.placeText())));
        tree.setSelection(Stream.of(tree.getItems()).filter(item -> item.getText().startsWith(watch.placeText()))
                .findFirst().orElseThrow());
        tree.notifyListeners(SWT.Selection, new Event());
        Workbench.waitUntil("it is selected",
                () -> ((IStructuredSelection) view.getViewer().getSelection()).getFirstElement() == watch);
        assertThat(choose(view, "Access")).as("ticked").isFalse();
        assertThat(watch.location()).contains(LocationText.read("watch slot client_cspace 1 read-or-write"));
        assertThat(choose(view, "Modification")).as("ticked").isTrue();
        assertThat(watch.location()).contains(LocationText.read("watch slot client_cspace 1 read"));
    }

    /** Chooses from the context menu; whether the entry had a tick. */
    private static boolean choose(IDebugView view, String entry) {
        Menu menu = view.getViewer().getControl().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem item = Stream.of(menu.getItems()).filter(each -> each.getText().replace("&", "").equals(entry))
                .findFirst().orElseThrow();
        boolean ticked = item.getSelection();
        item.setSelection(!ticked);
        item.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        Workbench.settle();
        return ticked;
    }

    /** Toggle Watchpoint sets a watch on what is selected, and takes it away. */
    private static void watches(IWorkbenchPart part, String location) throws Exception {
        ISelection selection = selection(part);
        IToggleBreakpointsTarget toggle = DebugUITools.getToggleBreakpointsTargetManager()
                .getToggleBreakpointsTarget(part, selection);
        assertThat(toggle).as(location).isNotNull();
        assertThat(toggle.canToggleWatchpoints(part, selection)).as(location).isTrue();
        toggle.toggleWatchpoints(part, selection);
        assertThat(KernelBreakpoints.all()).extracting(each -> each.location("").map(LocationText::write))
                .contains(Optional.of(location));
        toggle.toggleWatchpoints(part, selection);
        assertThat(KernelBreakpoints.find(LocationText.read(location))).isEmpty();
    }

    private <V extends WalkView> V view(String id) throws Exception {
        @SuppressWarnings("unchecked")
        V view = (V) Workbench.page().showView(id);
        Workbench.waitUntil("drawn", () -> ((ModelView<?>) view).drawn().isPresent());
        return view;
    }

    private static ISelection selection(IWorkbenchPart part) {
        return part.getSite().getSelectionProvider().getSelection();
    }

    private NamedObject named(String name) {
        return example.target().stopState().orElseThrow().machine().objects().named(name).orElseThrow();
    }

    /** The tree that can be seen with that text in its first line. */
    private static Tree tree(String first) {
        return Widgets.all(Workbench.shell(), Tree.class).stream().filter(tree -> tree.isVisible()
                && tree.getItemCount() > 0 && tree.getItem(0).getText(0).startsWith(first)).findFirst().orElseThrow();
    }

    private static void select(Tree tree, String text) {
        TreeItem item = Stream.of(tree.getItems()).flatMap(parent -> Stream.of(parent.getItems()))
                .filter(each -> each.getText(0).startsWith(text)).findFirst().orElseThrow();
        tree.setSelection(item);
        tree.notifyListeners(SWT.Selection, new Event());
    }
}
