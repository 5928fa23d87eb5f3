package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.script.SessionStage;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.model.IThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to sessions when their scenario's file is edited, closed or deleted, and when two share one. */
class ScenarioFileTest {

    private final List<WalkDebugTarget> targets = new ArrayList<>();
    private IFile file;

    @BeforeEach
    void makeFile() throws Exception {
        file = Workspace.file("life", "call.walk", "\n".repeat(100));
    }

    @AfterEach
    void close() throws Exception {
        for (WalkDebugTarget target : targets) {
            Workspace.end(target);
        }
        Workspace.removeBreakpoints();
        if (file.getProject().exists()) {
            file.getProject().delete(true, true, new NullProgressMonitor());
        }
    }

    @Test
    void aSessionWhoseProjectIsDeletedGoesOnAndSaysSo() throws Exception {
        WalkDebugTarget target = start();
        new ScenarioLineBreakpoint(file, 59);
        assertThat(source(top(target))).isEqualTo(file);
        file.getProject().delete(true, true, new NullProgressMonitor());
        Waiting.until("the breakpoint to go", 
                () -> SessionStage.answer(target.session(), new Command.ListBreakpoints()).isEmpty());
        Waiting.until("the name", () -> target.getName().contains("file is gone"));
        Waiting.until("it is told", () -> errors(target).contains("call.walk is gone"));
        assertThat(source(top(target))).as("there is no source to be found, and no wrong one").isNull();
        StopListener.stopAfter(target, target::resume);
        assertThat(target.stopState().orElseThrow().reason().name()).as("its breakpoint went with the file")
                .isEqualTo("END");
    }

    @Test
    void aSessionWhoseProjectIsClosedGoesOn() throws Exception {
        WalkDebugTarget target = start();
        file.getProject().close(new NullProgressMonitor());
        Waiting.until("the name", () -> target.getName().contains("file is gone"));
        StopListener.stopAfter(target, target::resume);
        file.getProject().open(new NullProgressMonitor());
    }

    @Test
    void editingTheFileLeavesTheLinesOfTheSessionAsTheyWere() throws Exception {
        WalkDebugTarget target = start();
        ScenarioLineBreakpoint breakpoint = new ScenarioLineBreakpoint(file, 59);
        Workspace.file("life", "call.walk", "# a line more\n" + "\n".repeat(100));
        Waiting.until("the name", () -> target.getName().contains("file changed since launch"));
        Waiting.until("it is told", () -> errors(target).contains("call.walk has been changed"));
        breakpoint.getMarker().setAttribute(IMarker.LINE_NUMBER, 60);
        StopListener.stopAfter(target, target::resume);
        assertThat(top(target).getLineNumber()).as("the line of the text that was launched").isEqualTo(59);
        assertThat(target.breakpoints().status(breakpoint).orElseThrow().breakpoint().location())
                .isEqualTo(new Location.AtLine(59, ""));
    }

    @Test
    void twoSessionsOnOneFileStopByThemselves() throws Exception {
        WalkDebugTarget first = start();
        WalkDebugTarget second = start();
        new ScenarioLineBreakpoint(file, 59);
        StopListener.stopAfter(first, first::resume);
        assertThat(top(first).getLineNumber()).isEqualTo(59);
        assertThat(second.stopState().orElseThrow().mark().unit()).as("the other one has not moved").isZero();
        StopListener.stopAfter(second, second::resume);
        assertThat(second.stopState().orElseThrow().mark()).isEqualTo(first.stopState().orElseThrow().mark());
        assertThat(top(second)).as("frames of different sessions are different").isNotEqualTo(top(first));
        first.terminate();
        Waiting.until("the first one's end", first::isTerminated);
        assertThat(second.isSuspended()).isTrue();
        StopListener.stopAfter(second, second::resume);
    }

    private WalkDebugTarget start() {
        WalkDebugTarget target = Workspace.start(file, ScenarioTarget.factory(EngineTests.scenario("call-fastpath")),
                SessionSettings.DEFAULT);
        targets.add(target);
        Waiting.until("the first stop", target::isSuspended);
        return target;
    }

    private static WalkStackFrame top(WalkDebugTarget target) {
        for (IThread thread : target.getThreads()) {
            if (thread == target.enteredThread().orElseThrow()) {
                return target.enteredThread().orElseThrow().getTopStackFrame();
            }
        }
        throw new AssertionError("the thread in which the machine stands is not one of the target's");
    }

    private static Object source(WalkStackFrame frame) {
        return frame.getLaunch().getSourceLocator().getSourceElement(frame);
    }

    private static String errors(WalkDebugTarget target) {
        return target.getProcess().getStreamsProxy().getErrorStreamMonitor().getContents();
    }
}
