package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.launch.WalkLaunchShortcut;
import dev.trapwalk.debug.ui.memory.ObjectsRendering;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.travel.BackToChangeHandler;
import dev.trapwalk.debug.ui.travel.GoToMarkHandler;
import dev.trapwalk.debug.ui.travel.MarkLink;
import dev.trapwalk.debug.ui.travel.SessionFiles;
import dev.trapwalk.debug.ui.travel.TimeText;
import dev.trapwalk.debug.ui.why.WhyNotFastHandler;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.lang.ui.LangUi;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IMemoryBlockManager;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moments that must feel good, played through as a person would. */
class MomentsTest {

    private static final int ANALYSIS_MILLIS = 60_000;

    private Example example;

    @BeforeEach
    void openTheWorkbench() throws Exception {
        example = new Example("moments");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void firstTenMinutes() throws Exception {
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        new WalkLaunchShortcut().launch(editor(), ILaunchManager.DEBUG_MODE);
        Workbench.waitUntil("stopped inside the kernel", () -> session() != null && session().isSuspended()
                && session().enteredThread().isPresent());
        WalkThread thread = session().enteredThread().orElseThrow();
        assertThat(thread.getName()).isEqualTo("client  Running  prio 100");
        assertThat(thread.getTopStackFrame().getName()).isEqualTo("decodeCNodeInvocation  entry");
        SyscallPathView path = (SyscallPathView) Workbench.page().showView(SyscallPathView.ID);
        Workbench.waitUntil("the way is drawn", () -> !path.points().isEmpty());
        Screenshot.of(Workbench.shell(), "moment-1-first-stop");

        String stop = mark();
        thread.stepOver();
        Workbench.waitUntil("F6 walks on", () -> session().isSuspended() && !mark().equals(stop));
        Screenshot.of(Workbench.shell(), "moment-1-one-step-on");
        thread.step(StepKind.OVER, Direction.BACKWARD);
        Workbench.waitUntil("Shift+F6 takes it back", () -> session().isSuspended() && mark().equals(stop));
    }

    @Test
    void whoCanWriteThisFrame() throws Exception {
        example.open("why-not-fast.walk");
        int line = lineOf("client_buffer = frame");
        editor().selectAndReveal(document().getLineOffset(line - 1) + document().get(
                document().getLineOffset(line - 1), document().getLineLength(line - 1)).indexOf("client_buffer"), 0);
        Workbench.page().activate(editor());
        Workbench.settle();
        // Whoever asks before the first analysis is over is asked to try again.
        LangUi.get().editorDocuments().analysed(document(), false, ANALYSIS_MILLIS);
        PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.lang.ui.holders", null);
        Workbench.waitUntil("the holders are listed", () -> NewSearchUI.getSearchResultView() != null
                && NewSearchUI.getSearchResultView().getActivePage() != null
                && NewSearchUI.getSearchResultView().getActivePage().getLabel().contains("client_buffer"));
        Screenshot.of(Workbench.shell(), "moment-4-who-can-write-this-frame");
    }

    @Test
    void whatDidThatCallChange() throws Exception {
        example.open("cnode-copy.walk");
        example.debug("cnode-copy.walk", true);
        Workbench.waitUntil("stands at the start", () -> example.target().isSuspended() && example.top() != null);
        ChangesView changes = (ChangesView) Workbench.page().showView(ChangesView.ID);
        ObjectsRendering memory = memory("root");
        StepGranularity.choose(Granularity.SYSTEM_CALL);
        try {
            example.stopsAfter(() -> example.top().stepOver());
        } finally {
            StepGranularity.choose(Granularity.POINT);
        }
        assertThat(example.top().frame().isUser()).isTrue();
        Workbench.waitUntil("the slot is listed", () -> changes.texts().stream()
                .anyMatch(text -> text.contains("root[9]") && text.contains("endpoint ep")));
        Workbench.waitUntil("the very words are marked", () -> memory.marked().containsAll(List.of(
                "root[9].cap.words[0]", "root[9].cteMDBNode.words[0]", "root[1].cteMDBNode.words[1]")));
        assertThat(memory.marked()).doesNotContain("root[1].cap.words[0]", "root[2].cap.words[0]");
        Table words = (Table) memory.getControl();
        Workbench.waitUntil("the first of them can be seen, with a word before it",
                () -> seen(words).indexOf("root[1].cteMDBNode.words[1]") == 1);
        Screenshot.of(Workbench.shell(), "moment-5-what-did-that-call-change");
        Workbench.page().hideView(Workbench.page().findView(IDebugUIConstants.ID_MEMORY_VIEW));
        IMemoryBlockManager blocks = DebugPlugin.getDefault().getMemoryBlockManager();
        blocks.removeMemoryBlocks(blocks.getMemoryBlocks(example.target()));
    }

    @Test
    void whyIsMyCallSlow() throws Exception {
        example.open("why-not-fast.walk");
        int line = lineOf("seL4_MessageInfo_new(0, 0, 0, 5)");
        editor().selectAndReveal(document().getLineOffset(line - 1), 0);
        WhyNotFastHandler.ask(editor(), line);
        Workbench.waitUntil("the answer is there", () -> why().contains("Why not on the fastpath?"));
        assertThat(why()).contains("client:", "fastpath_call was left at the check length", "length 5",
                "From a run of its own", "Break there");
        Screenshot.of(Workbench.shell(), "moment-2-why-is-my-call-slow");

        assertThat(whyView().follow("Break there")).isTrue();
        assertThat(KernelPointBreakpoint.find(KernelCatalogue.point("fastpath_call/length").orElseThrow(),
                Mode.FAILS)).isPresent();

        assertThat(whyView().follow("Go there")).isTrue();
        Workbench.waitUntil("a session stands there", () -> Optional.ofNullable(session())
                .flatMap(WalkDebugTarget::enteredThread).map(WalkThread::getTopStackFrame)
                .map(WalkStackFrame::getName).filter("fastpath_call  length"::equals).isPresent());
        Screenshot.of(Workbench.shell(), "moment-2-go-there");
    }

    @Test
    void whatIsNoSystemCallIsSaidToBeNone() throws Exception {
        example.open("why-not-fast.walk");
        WhyNotFastHandler.ask(editor(), 1);
        Workbench.waitUntil("it is said", () -> why().contains("Line 1 makes no system call"));
    }

    /** The first answer takes a run of its own, the second takes none. */
    @Test
    void whoeverAsksTwiceGetsTheAnswerToTheSecondQuestion() throws Exception {
        example.open("why-not-fast.walk");
        WhyNotFastHandler.ask(editor(), lineOf("seL4_MessageInfo_new(0, 0, 0, 5)"));
        WhyNotFastHandler.ask(editor(), 1);
        Workbench.waitUntil("it is answered", () -> why().contains("Line 1 makes no system call"));
        Workbench.settle();
        assertThat(why()).contains("Line 1 makes no system call");
    }

    @Test
    void errorSix() throws Exception {
        example.open("cnode-copy.walk");
        example.debug("cnode-copy.walk");
        Workbench.waitUntil("the third copy is refused", () -> links() == 3);
        TextConsole console = (TextConsole) DebugUITools.getConsole(example.target().getProcess());
        assertThat(console.getDocument().get()).contains("client: seL4_CNode_Copy -> seL4_FailedLookup (6)");
        console.getHyperlinks()[2].linkActivated();
        Workbench.waitUntil("the error is explained", () -> why().contains("CNodeCopy returned seL4_FailedLookup (6)"));
        assertThat(why()).contains("Argument dest_index", "CPtr 0x100 was looked up with 64 bits",
                "\u2717 root[2]  cnode root", "guard, bits 63 to 4: 0x10, must be 0x0");
        SyscallPathView path = (SyscallPathView) Workbench.page().findView(SyscallPathView.ID);
        assertThat(path.points()).as("the way of the same call").extracting(passed -> passed.point().id())
                .contains("resolveAddressBits/guard_matches").doesNotContain("handleFault/entry");
        assertThat(path.getContentDescription()).startsWith("The call of client that Why explains");
        Screenshot.of(Workbench.shell(), "moment-3-error-six");

        assertThat(whyView().follow("Where root[2] is declared")).isTrue();
        Workbench.waitUntil("the declaration is shown", () -> editor() != null && selected().startsWith("2: root"));
        Screenshot.of(Workbench.shell(), "moment-3-declaration");

        assertThat(whyView().follow("Walk it in CSpace")).isTrue();
        CSpaceView cspace = (CSpaceView) Workbench.page().findView(CSpaceView.ID);
        Workbench.waitUntil("the walk stops at the guard", () -> cspace.walkTexts().stream()
                .anyMatch(text -> text.contains("the guard of root is 0x0, but the CPtr has 0x10 in its place")));
        Screenshot.of(Workbench.shell(), "moment-3-bit-by-bit");
    }

    @Test
    void sharing() throws Exception {
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        String mark = example.mark();
        String link = MarkLink.of(example.file("cnode-copy.walk"), Mark.parse(mark).orElseThrow()).text();
        assertThat(link).isEqualTo("walk:moments/cnode-copy.walk#" + mark);
        IFile saved = example.file("here.walksession");
        SessionFiles.save(example.target(), saved, done -> { }, refused -> {
            throw new AssertionError(refused);
        });
        Workbench.waitUntil("saved", saved::exists);
        Screenshot.of(Workbench.shell(), "moment-7-sharing");

        // A colleague, with the scenario and one line of text.
        example.terminate();
        Example.removeBreakpoints();
        GoToMarkHandler.go(Workbench.page().getWorkbenchWindow(), link);
        Workbench.waitUntil("a session stands there", () -> standsAt(mark));
        assertThat(session().enteredThread().orElseThrow().getTopStackFrame().getName())
                .isEqualTo("decodeCNodeInvocation  dest_empty");

        // Another one, with the saved session.
        example.terminate();
        SessionFiles.open(saved, refused -> {
            throw new AssertionError(refused);
        });
        Workbench.waitUntil("a session stands there too", () -> standsAt(mark));
        assertThat(Example.breakpoints()).hasSize(1);
        Screenshot.of(Workbench.shell(), "moment-7-opened");
    }

    @Test
    void oneStepTooFar() throws Exception {
        example.open("cnode-copy.walk");
        Example.breakAt("c_handle_syscall/entry", Mode.PASSED);
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("c_handle_syscall");
        assertThat(TimeText.of(example.target(), 512L << 20).brief()).startsWith("\u25CF  live, mark");
        example.stopsAfter(() -> example.target().resume());
        example.stopsAfter(() -> example.target().resume());
        example.stopsIn("decodeCNodeInvocation");
        String tooFar = example.mark();
        example.stopsAfter(() -> example.target().move(
                new Command.Step(StepKind.OVER, Granularity.POINT, Direction.BACKWARD), null));
        assertThat(example.frames().get(0)).isEqualTo("decodeCNodeInvocation  copy_length_and_root");
        assertThat(TimeText.of(example.target(), 512L << 20).brief()).contains("\u25C0  past, mark", tooFar);
        Screenshot.of(Workbench.shell(), "moment-6-one-step-back");
        example.stopsAfter(() -> example.target().move(new Command.Resume(Direction.BACKWARD), null));
        example.stopsIn("c_handle_syscall");
        example.stopsAfter(() -> BackToChangeHandler.go(Workbench.page().getWorkbenchWindow(), example.target(),
                new WatchTarget.Slot("root", 9)));
        assertThat(example.frames().get(0)).startsWith("cteInsert");
        Screenshot.of(Workbench.shell(), "moment-6-last-change");
        example.stopsAfter(() -> example.target().move(new Command.Jump(Mark.START), null));
        assertThat(TimeText.of(example.target(), 512L << 20).noWayBack()).contains("The history begins here.");
    }

    /** The Memory view with an object. */
    private ObjectsRendering memory(String object) throws Exception {
        IMemoryBlock block = example.target().getExtendedMemoryBlock(object, example.top());
        IMemoryRenderingSite view = (IMemoryRenderingSite) Workbench.page().showView(IDebugUIConstants.ID_MEMORY_VIEW);
        DebugPlugin.getDefault().getMemoryBlockManager().addMemoryBlocks(new IMemoryBlock[] {block});
        Workbench.settle();
        IMemoryRenderingContainer container = view.getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1);
        ObjectsRendering rendering = (ObjectsRendering) DebugUITools.getMemoryRenderingManager()
                .getRenderingType(ObjectsRendering.ID).createRendering();
        rendering.init(container, block);
        container.addMemoryRendering(rendering);
        Workbench.waitUntil("its words are listed", () -> !rendering.texts(1).isEmpty());
        return rendering;
    }

    /** Which words a table shows from edge to edge, as the screen has it. */
    private static List<String> seen(Table table) {
        Rectangle area = table.getClientArea();
        return IntStream.range(table.getTopIndex(), table.getItemCount()).mapToObj(table::getItem)
                .takeWhile(item -> item.getBounds(1).y + item.getBounds(1).height <= area.y + area.height)
                .filter(item -> item.getBounds(1).y >= area.y + table.getHeaderHeight())
                .map(item -> item.getText(1)).toList();
    }

    private static String mark() {
        return session().stopState().orElseThrow().mark().toString();
    }

    private static boolean standsAt(String mark) {
        return session() != null && session().stopState().map(state -> state.mark().toString()).filter(mark::equals)
                .isPresent() && session().isSuspended();
    }

    private int links() {
        return DebugUITools.getConsole(example.target().getProcess()) instanceof TextConsole console
                ? console.getHyperlinks().length : 0;
    }

    private static String selected() {
        return ((ITextSelection) editor().getSelectionProvider().getSelection()).getText();
    }

    private static int lineOf(String text) throws Exception {
        return document().getLineOfOffset(document().get().indexOf(text)) + 1;
    }

    private static IDocument document() {
        return editor().getDocumentProvider().getDocument(editor().getEditorInput());
    }

    private static WhyView whyView() {
        return (WhyView) Workbench.page().findView(WhyView.ID);
    }

    private static String why() {
        return whyView() == null ? "" : whyView().text();
    }

    private static ITextEditor editor() {
        return Workbench.page().getActiveEditor() instanceof ITextEditor text ? text : null;
    }

    private static WalkDebugTarget session() {
        return Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                .filter(WalkDebugTarget.class::isInstance).map(WalkDebugTarget.class::cast).findFirst().orElse(null);
    }
}
