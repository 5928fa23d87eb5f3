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
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.StopReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the views say when there is nothing to show: before, during and after a session. */
class StatesTest {

    /** A way of some tenths of a second. */
    private static final int CALLS = 40_000;

    private static final List<String> VIEWS = List.of(SyscallPathView.ID, TimelineView.ID, WhyView.ID, ChangesView.ID,
            CSpaceView.ID, DerivationView.ID, SchedulerView.ID, ObjectsView.ID);

    private Example example;

    @BeforeEach
    void openTheWorkbench() throws Exception {
        example = new Example("states");
    }

    @AfterEach
    void close() throws Exception {
        LongRuns.setPatience(LongRuns.PATIENCE);
        for (String id : List.of(DerivationView.ID, SchedulerView.ID, ObjectsView.ID)) {
            Workbench.page().hideView(Workbench.page().findView(id));
        }
        example.close();
    }

    @Test
    void withoutASessionEachViewSaysWhatWouldFillIt() throws Exception {
        for (String id : VIEWS) {
            WalkView view = view(id);
            Workbench.waitUntil("it is said in " + id, () -> view.sentence().contains("Debug a scenario"));
            assertThat(view.sentence()).as(id).endsWith(".");
        }
        view(SyscallPathView.ID);
        view(TimelineView.ID);
        view(WhyView.ID);
        Screenshot.of(Workbench.shell(), "states-no-session");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "states-no-session-dark");
        Theme.light();
    }

    /** Its last kernel entry is a fault that nobody handles, red as any other. */
    @Test
    void atTheEndOfAProgramItIsSaidThatNothingIsWrong() throws Exception {
        example.debug("cnode-copy.walk");
        SyscallPathView path = (SyscallPathView) view(SyscallPathView.ID);
        Workbench.waitUntil("the path tells of the end", () -> path.getContentDescription()
                .startsWith("The program of client has ended;"));
        WhyView why = (WhyView) view(WhyView.ID);
        Workbench.waitUntil("why tells of the end", () -> why.text().contains("The program of client has ended;"));
        Screenshot.of(Workbench.shell(), "states-end-of-program");
        example.stopsAfter(() -> example.target().move(new Command.Jump(new Mark(1, 1)), null));
        Workbench.waitUntil("no longer", () -> path.getContentDescription().isEmpty()
                && !why.text().contains("has ended;"));
    }

    @Test
    void afterASessionEachViewSaysThatItHasEnded() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        example.target().terminate();
        Workbench.waitUntil("terminated", () -> example.target().isTerminated());
        assertThat(example.target().getThreads()).as("threads of a machine that is gone").isEmpty();
        for (String id : VIEWS) {
            WalkView view = view(id);
            Workbench.waitUntil("it is said in " + id, () -> view.sentence().startsWith(
                    "The session of cnode-copy.walk has ended."));
            assertThat(view.getContentDescription()).as("what was shown in %s is not described any more", id).isEmpty();
        }
        Screenshot.of(Workbench.shell(), "states-ended");
    }

    @Test
    void aLongRunOrJumpIsSeenAndCanBeCancelledInBothDirections() throws Exception {
        example.debugEndless("endless.walk");
        Workbench.waitUntil("stands at the start", () -> example.target().isSuspended()
                && example.target().stopState().isPresent());
        WalkView path = view(SyscallPathView.ID);
        LongRuns.setPatience(0);
        example.target().resume();
        Workbench.waitUntil("the view says so", () -> path.sentence().startsWith("The machine is running."));
        example.target().suspend();
        Workbench.waitUntil("the view shows the stop", () -> !path.sentence().startsWith("The machine is running."));
        LongRuns.setPatience(20);
        isCancelled(new Command.Resume(Direction.FORWARD));
        Mark begin = mark();
        goFar();
        Mark end = mark();
        LongRuns.setPatience(0);
        isCancelled(new Command.Resume(Direction.BACKWARD));
        LongRuns.setPatience(Integer.MAX_VALUE);
        example.stopsAfter(() -> example.target().move(new Command.Jump(begin), null));
        LongRuns.setPatience(0);
        isCancelled(new Command.Jump(end));
        assertThat(mark()).isBetween(begin, end);
    }

    private Mark mark() {
        return example.target().stopState().orElseThrow().mark();
    }

    /** So far that the way back takes a while, the more so as breakpoints on it have conditions. */
    private void goFar() throws Exception {
        for (String function : List.of("c_handle_syscall", "fastpath_call", "resolveAddressBits")) {
            for (KernelPoint point : KernelCatalogue.point(function + "/entry").orElseThrow().function().points()) {
                Example.breakAt(point.id(), Mode.PASSED).change(WalkBreakpoint.CONDITION, "ping.priority == 1");
            }
        }
        Example.breakAt("handle_fastsyscall/entry", Mode.PASSED).change(WalkBreakpoint.HIT_COUNT, ">= " + CALLS);
        LongRuns.setPatience(Integer.MAX_VALUE);
        example.stopsAfter(() -> example.target().resume());
        assertThat(example.target().stopState().orElseThrow().reason()).isEqualTo(StopReason.BREAKPOINT);
    }

    /** Whoever cancels does so as soon as the job can be seen. */
    private void isCancelled(Command.Motion motion) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        IJobChangeListener impatient = new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                if (event.getJob().belongsTo(LongRuns.class) && !event.getJob().isSystem()) {
                    seen.add(event.getJob().getName());
                    event.getJob().cancel();
                }
            }
        };
        Job.getJobManager().addJobChangeListener(impatient);
        try {
            example.stopsAfter(() -> example.target().move(motion, null));
        } finally {
            Job.getJobManager().removeJobChangeListener(impatient);
        }
        assertThat(example.target().stopState().orElseThrow().reason()).as("%s", motion)
                .isEqualTo(StopReason.SUSPENDED);
        assertThat(seen).containsExactly("endless.walk is running");
        Workbench.waitUntil("the job is gone", () -> Job.getJobManager().find(LongRuns.class).length == 0);
    }

    private static WalkView view(String id) throws Exception {
        return (WalkView) Workbench.page().showView(id);
    }
}
