package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.breakpoint.SessionBreakpoints;
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
            tell(target.breakpoints());
            target.notice(Messages.bind(now == State.GONE ? Messages.scenarioGone : Messages.scenarioChanged,
                    file.getName()));
        }
    }

    /**
     * Lets breakpoints know what has become of the file, also if that was before they were there.
     *
     * @param breakpoints of the target's session; null if they are still to come
     */
    void tell(SessionBreakpoints breakpoints) {
        if (breakpoints != null && state != State.AS_LAUNCHED) {
            breakpoints.keepLines();
            if (state == State.GONE) {
                breakpoints.dropLines();
            }
        }
    }

    /** The name of the target, which says so. */
    String targetName() {
        return Messages.bind(switch (state) {
            case AS_LAUNCHED -> Messages.targetName;
            case CHANGED -> Messages.targetNameChanged;
            case GONE -> Messages.targetNameGone;
        }, file.getName());
    }
}
