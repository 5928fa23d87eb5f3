package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.derivation.DerivationView;
import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.scheduler.SchedulerView;
import dev.trapwalk.debug.ui.timeline.TimelineView;
import dev.trapwalk.debug.ui.view.LongRuns;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.StopReason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the views say when there is nothing to show: before, during and after a session. */
class StatesTest {

    /** Two calls for each, with a condition at each check: enough for a run of some seconds. */
    private static final int CALLS = 12_000;

    private static final List<String> VIEWS = List.of(SyscallPathView.ID, TimelineView.ID, WhyView.ID, ChangesView.ID,
            CSpaceView.ID, DerivationView.ID, SchedulerView.ID, ObjectsView.ID);

    private Example example;

    @BeforeEach
    void openTheWorkbench() throws Exception {
        example = new Example("states");
    }

    @AfterEach
    void close() throws Exception {
        for (String id : List.of(DerivationView.ID, SchedulerView.ID, ObjectsView.ID)) {
            Workbench.page().hideView(Workbench.page().findView(id));
        }
        example.close();
    }

    @Test
    void withoutASessionEachViewSaysWhatWouldFillIt() throws Exception {
        for (String id : VIEWS) {
            assertThat(view(id).sentence()).as(id).contains("Debug a scenario").endsWith(".");
        }
        view(SyscallPathView.ID);
        view(TimelineView.ID);
        view(WhyView.ID);
        Screenshot.of(Workbench.shell(), "states-no-session");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "states-no-session-dark");
        Theme.light();
    }

    @Test
    void afterASessionEachViewSaysThatItHasEnded() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        example.target().terminate();
        Workbench.waitUntil("terminated", () -> example.target().isTerminated());
        for (String id : VIEWS) {
            WalkView view = view(id);
            Workbench.waitUntil("it is said in " + id, () -> view.sentence().startsWith(
                    "The session of cnode-copy.walk has ended."));
        }
        Screenshot.of(Workbench.shell(), "states-ended");
    }

    @Test
    void aLongRunIsSeenAndCanBeCancelledInBothDirections() throws Exception {
        IFile file = example.file("long.walk");
        file.create(new ByteArrayInputStream(new Crowd(2, 2, CALLS).text().getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
        for (KernelPoint check : KernelCatalogue.point("fastpath_call/length").orElseThrow().function().points()) {
            if (check.isDecision()) {
                Example.breakAt(check.id(), Mode.PASSED).setAttribute(WalkBreakpoint.CONDITION, "1 == 2");
            }
        }
        example.debug("long.walk", true);
        Workbench.waitUntil("stands at the start", () -> example.target().isSuspended()
                && example.target().stopState().isPresent());
        isSeenAndCancelled(Direction.FORWARD);
        isSeenAndCancelled(Direction.BACKWARD);
    }

    private void isSeenAndCancelled(Direction direction) throws Exception {
        WalkView path = view(SyscallPathView.ID);
        example.target().move(new Command.Resume(direction), null);
        Workbench.waitUntil("a job shows that it runs " + direction, () -> jobs().length == 1
                && jobs()[0].getState() == Job.RUNNING);
        assertThat(jobs()[0].getName()).isEqualTo("long.walk is running");
        assertThat(jobs()[0].isSystem()).isFalse();
        Workbench.waitUntil("the view says so", () -> path.sentence().startsWith("The machine is running."));
        jobs()[0].cancel();
        Workbench.waitUntil("suspended", () -> example.target().isSuspended());
        assertThat(example.target().stopState().orElseThrow().reason()).isEqualTo(StopReason.SUSPENDED);
        Workbench.waitUntil("the job is gone", () -> jobs().length == 0);
        Workbench.waitUntil("the view shows the stop", () -> !path.sentence().startsWith("The machine is running."));
    }

    private static Job[] jobs() {
        return Job.getJobManager().find(LongRuns.class);
    }

    private static WalkView view(String id) throws Exception {
        WalkView view = (WalkView) Workbench.page().showView(id);
        Workbench.settle();
        return view;
    }
}
