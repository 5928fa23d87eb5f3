package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionListener;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;

/** The machine as the console's process: prints the walk. It ends with the session. */
public final class WalkProcess extends PlatformObject implements IProcess, SessionListener {

    private final ILaunch launch;
    private final WalkDebugTarget target;
    private volatile boolean terminated;
    private final WalkStreams streams = new WalkStreams();
    private final PrintedLines printed = new PrintedLines();
    private final Map<String, String> attributes = new HashMap<>();

    WalkProcess(ILaunch launch, WalkDebugTarget target) {
        this.launch = launch;
        this.target = target;
        attributes.put(ATTR_PROCESS_TYPE, "dev.trapwalk.walk");
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

    /** The machine whose console this is. */
    public WalkDebugTarget target() {
        return target;
    }

    @Override
    public String getLabel() {
        return target.getName();
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

    @Override
    public void terminate() throws DebugException {
        target.terminate();
    }
}
