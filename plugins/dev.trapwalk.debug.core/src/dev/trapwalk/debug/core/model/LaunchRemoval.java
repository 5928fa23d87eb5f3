package dev.trapwalk.debug.core.model;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchListener;

/**
 * Lets a target forget its machine once its launch is removed and its session has ended, whichever comes first. The
 * platform's views may keep a target that was gone before they had drawn it.
 */
final class LaunchRemoval implements ILaunchListener {

    private final WalkDebugTarget target;
    private boolean removed;
    private boolean ended;

    LaunchRemoval(WalkDebugTarget target) {
        this.target = target;
    }

    void start() {
        DebugPlugin.getDefault().getLaunchManager().addLaunchListener(this);
    }

    synchronized void ended() {
        ended = true;
        forget();
    }

    @Override
    public synchronized void launchRemoved(ILaunch launch) {
        if (launch == target.getLaunch()) {
            DebugPlugin.getDefault().getLaunchManager().removeLaunchListener(this);
            removed = true;
            forget();
        }
    }

    private void forget() {
        if (removed && ended) {
            target.forget();
        }
    }

    @Override
    public void launchAdded(ILaunch launch) {
        // Only its end matters.
    }

    @Override
    public void launchChanged(ILaunch launch) {
        // Only its end matters.
    }
}
