package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.derivation.DerivationView;
import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.scheduler.SchedulerView;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hundred threads and five thousand slots: every view shows them all, and follows each step. */
class BigScenarioTest {

    private static final int THREADS = 200;
    private static final int SLOTS = 5000;

    private Example example;

    @BeforeEach
    void writeTheScenario() throws Exception {
        example = new Example("big");
        IFile file = example.file("big.walk");
        file.create(new ByteArrayInputStream(BigScenario.text(THREADS, SLOTS).getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("big.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        StepGranularity.choose(Granularity.POINT);
        for (String id : new String[] {DerivationView.ID, ObjectsView.ID, SchedulerView.ID}) {
            Workbench.page().hideView(Workbench.page().findView(id));
        }
        example.close();
    }

    @Test
    void everyViewShowsAllOfItAndFollowsTheSteps() throws Exception {
        example.open("cnode-copy.walk");
        assertThat(isWrapped()).isTrue();
        example.open("big.walk");
        assertThat(isWrapped()).as("each of thousands of lines is measured").isFalse();
        ObjectsView objects = view(ObjectsView.ID, ObjectsView.class);
        Workbench.waitUntil("all objects are listed", () -> objects.texts().size() > 2 * THREADS);
        SchedulerView scheduler = view(SchedulerView.ID, SchedulerView.class);
        Workbench.waitUntil("all threads are ready", () -> scheduler.texts().stream()
                .filter(line -> line.contains("Priority ")).count() >= 100);
        Screenshot.of(Workbench.shell(), "big-scheduler");
        DerivationView derivation = view(DerivationView.ID, DerivationView.class);
        Workbench.waitUntil("the derivation is there", () -> derivation.texts().size() > 2);
        CSpaceView cspace = view(CSpaceView.ID, CSpaceView.class);
        Workbench.waitUntil("all slots are listed", () -> cspace.texts().size() == SLOTS + 1);
        for (int i = 0; i < 30; i++) {
            example.stopsAfter(() -> example.top().stepInto());
        }
        StepGranularity.choose(Granularity.SYSTEM_CALL);
        example.stopsAfter(() -> example.top().stepInto());
        Workbench.waitUntil("the copy is there", () -> cspace.texts().stream()
                .anyMatch(line -> line.startsWith("big[5000]  (cptr 0x1388)  endpoint ep  RWGP  badge 0x2")));
        assertThat(cspace.texts()).hasSize(SLOTS + 2);
        Screenshot.of(Workbench.shell(), "big-cspace");
    }

    private static boolean isWrapped() {
        return ((StyledText) Workbench.page().getActiveEditor().getAdapter(Control.class)).getWordWrap();
    }

    private static <T extends IViewPart> T view(String id, Class<T> type) throws Exception {
        return type.cast(Workbench.page().showView(id));
    }
}
