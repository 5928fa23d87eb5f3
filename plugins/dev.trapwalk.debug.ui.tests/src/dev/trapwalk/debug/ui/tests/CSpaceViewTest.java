package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CSpace view: slots, what a step puts into them, and where CPtrs lead. */
class CSpaceViewTest {

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
        Theme.dark();
        Screenshot.of(Workbench.shell(), "cspace-guard-dark");
        Theme.light();
        view.walk("nonsense", 64);
        Workbench.waitUntil("what is wrong is said",
                () -> view.walkTexts().equals(List.of("Not a number of at most 64 bits. Write for example 9, 0x9 or"
                        + " 0b1001.")));
    }

    private void step(Direction direction) {
        example.target().move(new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, direction), null);
    }
}
