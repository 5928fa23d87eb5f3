package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchesListener;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;

/**
 * The machine as the console's process: prints the walk. It ends with the session. The platform keeps the processes of
 * consoles that are long gone, so this one lets go of its machine when its launch is removed.
 */
public final class WalkProcess extends PlatformObject implements IProcess, SessionListener, ILaunchesListener {

    private final ILaunch launch;
    private volatile WalkDebugTarget target;
    private volatile String label = "";
    private volatile boolean terminated;
    private final WalkStreams streams = new WalkStreams();
    private final PrintedLines printed = new PrintedLines();
    private final Map<String, String> attributes = new HashMap<>();

    WalkProcess(ILaunch launch, WalkDebugTarget target) {
        this.launch = launch;
        this.target = target;
        attributes.put(ATTR_PROCESS_TYPE, "dev.trapwalk.walk");
        DebugPlugin.getDefault().getLaunchManager().addLaunchListener(this);
    }

    @Override
    public void launchesRemoved(ILaunch[] launches) {
        WalkDebugTarget removed = target;
        if (removed != null && Arrays.asList(launches).contains(launch)) {
            DebugPlugin.getDefault().getLaunchManager().removeLaunchListener(this);
            label = label(removed);
            target = null;
            launch.removeDebugTarget(removed);
        }
    }

    @Override
    public void launchesAdded(ILaunch[] launches) {
        // Of no interest.
    }

    @Override
    public void launchesChanged(ILaunch[] launches) {
        // Of no interest.
    }

    @Override
    public void on(SessionEvent event) {
        if (event instanceof SessionEvent.Output output) {
            printed.add(output);
            streams.print(output);
        } else if (event instanceof SessionEvent.Terminated end) {
            streams.printNotice(end.reason());
            terminated = true;
            DebugPlugin.getDefault().fireDebugEventSet(
                    new DebugEvent[] {new DebugEvent(this, DebugEvent.TERMINATE)});
        }
    }

    /** What was printed last, with its marks. */
    public PrintedLines printed() {
        return printed;
    }

    /** The machine whose console this is; none when its launch has been removed. */
    public Optional<WalkDebugTarget> target() {
        return Optional.ofNullable(target);
    }

    @Override
    public String getLabel() {
        return target().map(WalkProcess::label).orElse(label);
    }

    /** Not the machine's own name: both stand below each other in the Debug view. */
    private static String label(WalkDebugTarget target) {
        return Messages.bind(Messages.outputOf, target.scenario().getName());
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return streams;
    }

    @Override
    public synchronized void setAttribute(String key, String value) {
        attributes.put(key, value);
    }

    @Override
    public synchronized String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!isTerminated()) {
            throw new DebugException(ScenarioFile.failure(Messages.stillRunning, null).getStatus());
        }
        return 0;
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    /** Ends the machine and prints nothing any more, for when nobody is there any more to read. */
    public void endSilently() {
        streams.silence();
        target().ifPresent(WalkDebugTarget::terminate);
    }

    @Override
    public void terminate() throws DebugException {
        target().ifPresent(WalkDebugTarget::terminate);
    }
}
