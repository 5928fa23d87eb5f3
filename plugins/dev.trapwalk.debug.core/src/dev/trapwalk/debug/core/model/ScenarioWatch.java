package dev.trapwalk.debug.core.model;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;

/**
 * Notices when the file that a machine was booted from is changed, deleted or closed while the machine still runs. The
 * machine does not mind; people must know that lines may not be what they see.
 */
final class ScenarioWatch implements IResourceChangeListener {

    /** What has become of the file since the launch. */
    enum State {
        AS_LAUNCHED, CHANGED, GONE
    }

    private static final int TEXT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

    private final WalkDebugTarget target;
    private final IFile file;
    private volatile State state = State.AS_LAUNCHED;

    ScenarioWatch(WalkDebugTarget target, IFile file) {
        this.target = target;
        this.file = file;
    }

    void start() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    void stop() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    State state() {
        return state;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta();
        IResourceDelta own = delta == null ? null : delta.findMember(file.getFullPath());
        boolean projectChanged = delta != null && delta.findMember(file.getProject().getFullPath()) != null;
        if (projectChanged && !file.exists()) {
            become(State.GONE);
        } else if (own != null && (own.getKind() == IResourceDelta.ADDED || (own.getFlags() & TEXT) != 0)) {
            become(State.CHANGED);
        }
    }

    private void become(State now) {
        if (state != now) {
            state = now;
            target.scenarioIs(now);
        }
    }
}
