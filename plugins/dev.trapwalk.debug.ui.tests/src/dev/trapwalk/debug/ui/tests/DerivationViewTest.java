package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.derivation.DerivationView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The derivation view: parents above children, and who holds a capability to the same object. */
class DerivationViewTest {

    private Example example;
    private DerivationView view;

    @BeforeEach
    void stopAtTheFirstCopy() throws Exception {
        example = new Example("derivation");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        view = (DerivationView) Workbench.page().showView(DerivationView.ID);
        isDrawn();
    }

    @AfterEach
    void close() throws Exception {
        Workbench.page().hideView(view);
        example.close();
    }

    private void isDrawn() {
        Workbench.waitUntil("the last stop is drawn", () -> view.drawn()
                .map(moment -> moment.now() == example.target().stopState().orElseThrow()).orElse(false));
    }

    private long slot(int index) {
        return example.target().stopState().orElseThrow().machine().objects().named("root").orElseThrow().address()
                + 32L * index;
    }

    @Test
    void theCopyIsAChildOfWhatWasCopiedAndReachedByItsThread() throws Exception {
        view.reveal(KernelPlace.slot(example.target(), slot(1)));
        example.stopsAfter(() -> example.target().move(
                new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, Direction.FORWARD), null));
        isDrawn();
        assertThat(view.texts()).anyMatch(line -> line.matches(" +root\\[1\\]  endpoint ep  RWGP  client 0x1"))
                .anyMatch(line -> line.matches(" +root\\[9\\]  endpoint ep  RW  client 0x9"))
                .anyMatch(line -> line.contains("Held by  2 capabilities to endpoint ep"));
        Screenshot.of(Workbench.shell(), "derivation-copied");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "derivation-copied-dark");
        Theme.light();
        example.stopsAfter(() -> example.target().move(
                new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, Direction.BACKWARD), null));
        isDrawn();
        assertThat(view.texts()).noneMatch(line -> line.contains("root[9]"));
    }

    @Test
    void aSlotWithNothingInItIsSaidToBeEmpty() throws Exception {
        view.reveal(KernelPlace.slot(example.target(), slot(5)));
        Workbench.waitUntil("nothing is listed", () -> view.sentence().startsWith("The selected slot is empty"));
    }
}
