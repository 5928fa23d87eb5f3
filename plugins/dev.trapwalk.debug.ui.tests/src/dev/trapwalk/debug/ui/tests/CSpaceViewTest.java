package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.derivation.DerivationView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.state.MachineImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CSpace view: slots, what a step puts into them, and where CPtrs lead. */
class CSpaceViewTest {

    private static final String TWO_LEVELS = """
            arch x86_64

            objects {
                ep = ep
                outer = cnode (4 bits)
                inner = cnode (4 bits)
                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                buffer = frame (4k)
                vspace = pml4
                vspace_pdpt = pdpt
                vspace_pd = pd
                vspace_pt = pt
            }

            caps {
                vspace { 0: vspace_pdpt }
                vspace_pdpt { 0: vspace_pd }
                vspace_pd { 0: vspace_pt }
                vspace_pt { 0x10: buffer (RW) }
                outer { 3: inner (guard: 1, guard_size: 4) }
                inner { 2: ep (RW, badge: 0x11) }
                client {
                    cspace: outer (guard: 0, guard_size: 52)
                    vspace: vspace
                    ipc_buffer_slot: buffer (RW)
                }
            }

            program client {
                seL4_Signal(0x312);
            }
            """;

    private Example example;
    private CSpaceView view;

    @BeforeEach
    void stopAtTheFirstCopy() throws Exception {
        example = new Example("cspace");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        view = (CSpaceView) Workbench.page().showView(CSpaceView.ID);
        isDrawn();
    }

    @AfterEach
    void close() throws Exception {
        StepGranularity.choose(Granularity.POINT);
        Workbench.page().hideView(view);
        example.close();
    }

    /** The view shows a session and is hidden; another session begins, and a link leads to a walk in it. */
    @Test
    void aWalkInAnotherSessionIsNotForgottenWithTheOneShownBefore() throws Exception {
        IViewPart why = Workbench.page().showView(WhyView.ID);
        assertThat(Workbench.page().isPartVisible(view)).isFalse();
        example.terminate();
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.settle();
        assertThat(Workbench.page().isPartVisible(why)).isTrue();
        Workbench.page().showView(CSpaceView.ID);
        view.walk("0x100", 64);
        Workbench.settle();
        Workbench.waitUntil("the walk stops at the guard", () -> view.walkTexts().stream()
                .anyMatch(text -> text.contains("the guard of root is 0x0, but the CPtr has 0x10 in its place")));
    }

    private void isDrawn() {
        Workbench.waitUntil("the last stop is drawn", () -> view.drawn()
                .map(moment -> moment.now() == example.target().stopState().orElseThrow()).orElse(false));
    }

    @Test
    void slotsAreListedWithTheirCptrsAndEmptyOnesFolded() throws Exception {
        assertThat(view.texts()).containsExactly("root[0]  empty", "root[1]  (cptr 0x1)  endpoint ep  RWGP",
                "root[2]  (cptr 0x2)  cnode root  guard 0x0/60 radix 4", "root[3..15]  empty (13 slots)");
        assertThat(view.walkTexts()).contains("\u2192 root[2]  cnode root  guard 0x0/60 radix 4");
        Screenshot.of(Workbench.shell(), "cspace-first");
    }

    @Test
    void aCopyMarksItsSlotAndAStepBackTakesTheMarkAway() throws Exception {
        example.stopsAfter(() -> step(Direction.FORWARD));
        isDrawn();
        assertThat(view.texts()).contains("root[9]  (cptr 0x9)  endpoint ep  RW",
                "root[3..8]  empty (6 slots)");
        view.reveal(KernelPlace.slot(example.target(),
                example.target().stopState().orElseThrow().machine().objects().named("root").orElseThrow().address()
                        + 9 * 32));
        Screenshot.of(Workbench.shell(), "cspace-copied");
        example.stopsAfter(() -> step(Direction.BACKWARD));
        isDrawn();
        assertThat(view.texts()).contains("root[3..15]  empty (13 slots)");
        Screenshot.of(Workbench.shell(), "cspace-back");
    }

    @Test
    void aCptrWithBitsInTheGuardFailsAtThatLevel() throws Exception {
        view.walk("0x100", 64);
        String refused = "\u2717 Level 1: the guard of root is 0x0, but the CPtr has 0x10 in its place.";
        Workbench.waitUntil("the walk is drawn", () -> view.walkTexts().contains(refused));
        assertThat(view.walkTexts()).contains("root: guard must be 0x0 (60 bits), is 0x10");
        Screenshot.of(Workbench.shell(), "cspace-guard");
        view.walk("nonsense", 64);
        Workbench.waitUntil("what is wrong is said",
                () -> view.walkTexts().equals(List.of("Not a number of at most 64 bits. Write for example 9, 0x9 or"
                        + " 0b1001.")));
    }

    @Test
    void aWalkOverTwoLevelsIsRedWhereItFails() throws Exception {
        example.close();
        example = new Example("two-levels");
        example.file("two-levels.walk").create(new ByteArrayInputStream(TWO_LEVELS.getBytes(StandardCharsets.UTF_8)),
                true, new NullProgressMonitor());
        example.open("two-levels.walk");
        Example.breakAt("c_handle_syscall/entry", Mode.PASSED);
        example.debug("two-levels.walk");
        example.stopsIn("c_handle_syscall");
        view = (CSpaceView) Workbench.page().showView(CSpaceView.ID);
        isDrawn();
        view.walk("0x312", 64);
        Workbench.waitUntil("found", () -> view.walkTexts().contains("\u2192 inner[2]  endpoint ep  RW  badge 0x11"));
        assertThat(view.walkTexts()).containsSubsequence("outer: guard 0x0 (52 bits)", "outer[3]",
                "inner: guard 0x1 (4 bits)", "inner[2]");
        Screenshot.of(Workbench.shell(), "cspace-two-levels");
        view.walk("0x302", 64);
        String refused = "\u2717 Level 2: the guard of inner is 0x1, but the CPtr has 0x0 in its place.";
        Workbench.waitUntil("refused", () -> view.walkTexts().contains(refused));
        Screenshot.of(Workbench.shell(), "cspace-two-levels-refused");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "cspace-two-levels-refused-dark");
        Theme.light();
    }

    @Test
    void anObjectIsShownWhereTheThreadHoldsItAndLeadsToItsDerivation() throws Exception {
        MachineImage machine = example.target().stopState().orElseThrow().machine();
        long ep = machine.objects().named("ep").orElseThrow().address();
        view.reveal(KernelPlace.object(example.target(), new CapObject(CapType.ENDPOINT, ep, Endpoint.SIZE_BITS)));
        Workbench.waitUntil("the slot is selected", () -> KernelPlace.of(view.getSite().getSelectionProvider()
                .getSelection()).filter(place -> machine.describe().slot(place.slot()).equals("root[1]")).isPresent());
        Workbench.page().activate(view);
        Workbench.page().getWorkbenchWindow().getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.debug.ui.showDerivation", null);
        DerivationView derivation = (DerivationView) Workbench.page().findView(DerivationView.ID);
        Workbench.waitUntil("the derivation is shown", () -> derivation.texts().stream()
                .anyMatch(line -> line.equals("Derivation  of root[1]: endpoint ep  RWGP")));
        Workbench.page().hideView(derivation);
    }

    private void step(Direction direction) {
        example.target().move(new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, direction), null);
    }
}
