package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.examples.ExampleProject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.ide.IDE;

/** The example project in the workbench, and a session on one of its files: what the tests' sentences are made of. */
final class Example implements AutoCloseable {

    private final IProject project;
    private WalkDebugTarget target;

    /** Makes the project and shows our perspective, with the preferences of our product. */
    Example(String name) throws CoreException {
        ProductPreferences.apply();
        project = ExampleProject.create(name, new NullProgressMonitor());
        PlatformUI.getWorkbench().showPerspective(DebugUi.PERSPECTIVE, Workbench.page().getWorkbenchWindow());
        Workbench.page().resetPerspective();
    }

    IFile file(String name) {
        return project.getFile(name);
    }

    void open(String name) throws CoreException {
        IDE.openEditor(Workbench.page(), file(name));
    }

    void debug(String name) throws CoreException {
        debug(name, false);
    }

    /** Debugs a scenario; from a stop before its first statement if that is wanted. */
    void debug(String name, boolean stopAtStart) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = WalkConfigurations.of(file(name)).getWorkingCopy();
        configuration.setAttribute(LaunchAttributes.STOP_AT_START, stopAtStart);
        ILaunch launch = configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor());
        target = (WalkDebugTarget) launch.getDebugTarget();
    }

    /** Debugs a machine that runs until it is suspended, from a stop before its first statement. */
    void debugEndless(String name) throws CoreException {
        target = Endless.debug(file(name));
    }

    static KernelPointBreakpoint breakAt(String point, Mode mode) throws CoreException {
        return new KernelPointBreakpoint(KernelCatalogue.point(point).orElseThrow(), mode);
    }

    static void removeBreakpoints() throws CoreException {
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        manager.removeBreakpoints(manager.getBreakpoints(), true);
    }

    static IBreakpoint[] breakpoints() {
        return DebugPlugin.getDefault().getBreakpointManager().getBreakpoints();
    }

    WalkDebugTarget target() {
        return target;
    }

    /** Waits for a stop in a kernel function. */
    void stopsIn(String function) {
        Workbench.waitUntil("stopped in " + function, () -> isSuspendedIn(function));
    }

    /** Waits for the next stop after an action. */
    void stopsAfter(Action action) throws Exception {
        long generation = target.stopState().orElseThrow().generation();
        action.run();
        // In this order: the target stands last, and has stood before, until the action moved it.
        Workbench.waitUntil("another stop", () -> target.stopState().orElseThrow().generation() > generation
                && target.isSuspended());
    }

    boolean isSuspendedIn(String function) {
        return target.enteredThread().map(WalkThread::getTopStackFrame).map(WalkStackFrame::getName)
                .filter(name -> name.startsWith(function)).isPresent();
    }

    WalkThread thread() {
        return target.enteredThread().orElseThrow();
    }

    WalkStackFrame top() {
        return thread().getTopStackFrame();
    }

    String mark() {
        return target.stopState().orElseThrow().mark().toString();
    }

    List<String> frames() {
        return Stream.of(thread().getStackFrames()).map(WalkStackFrame.class::cast).map(WalkStackFrame::getName)
                .toList();
    }

    List<String> variables() {
        return Arrays.stream(top().getVariables()).map(Example::text).toList();
    }

    /** The rows of the path view, once they are those of the system call in which the machine stands. */
    Table way(SyscallPathView path) {
        String first = mark().replaceAll("\\..*", ".1");
        Shell shell = Workbench.page().getWorkbenchWindow().getShell();
        Supplier<Optional<Table>> way = () -> Widgets.all(shell, Table.class).stream()
                .filter(table -> table.getItemCount() > 0 && table.getItemCount() == path.points().size()
                        && table.getItem(0).getText(3).equals(first)).findFirst();
        Workbench.waitUntil("the path is drawn", () -> way.get().isPresent());
        return way.get().orElseThrow();
    }

    /** What the session has printed. */
    String console() {
        return DebugUITools.getConsole(target.getProcess()) instanceof TextConsole text ? text.getDocument().get() : "";
    }

    private static String text(IVariable variable) {
        try {
            return variable.getName() + " = " + variable.getValue().getValueString();
        } catch (DebugException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Ends all sessions. */
    void terminate() throws CoreException {
        for (ILaunch each : DebugPlugin.getDefault().getLaunchManager().getLaunches()) {
            if (!each.isTerminated()) {
                each.terminate();
            }
            Workbench.waitUntil("terminated", each::isTerminated);
            DebugPlugin.getDefault().getLaunchManager().removeLaunch(each);
        }
    }

    @Override
    public void close() throws CoreException {
        terminate();
        removeBreakpoints();
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
        Workbench.page().closeAllEditors(false);
        project.delete(true, true, new NullProgressMonitor());
        Workbench.settle();
    }

    /** Something that may fail. */
    interface Action {
        void run() throws Exception;
    }
}
