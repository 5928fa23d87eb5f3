package dev.trapwalk.debug.core.tests;

import dev.trapwalk.debug.core.launch.WalkSessions;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.source.WalkSourceLookup;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.Launch;

/** A project with scenario files, and sessions on them. */
final class Workspace {

    private Workspace() {
    }

    /** A file of a project; both are made if they do not exist. */
    static IFile file(String project, String name, String text) throws CoreException {
        IProject parent = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
        if (!parent.exists()) {
            parent.create(new NullProgressMonitor());
        }
        if (!parent.isOpen()) {
            parent.open(new NullProgressMonitor());
        }
        IFile file = parent.getFile(name);
        ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, false, new NullProgressMonitor());
        } else {
            file.create(content, true, new NullProgressMonitor());
        }
        return file;
    }

    /** A session as a launch would make it, without a launch configuration. */
    static WalkDebugTarget start(IFile scenario, TargetFactory factory, SessionSettings settings) {
        WalkSourceLookup sources = new WalkSourceLookup();
        sources.initializeParticipants();
        ILaunch launch = new Launch(null, ILaunchManager.DEBUG_MODE, sources);
        DebugPlugin.getDefault().getLaunchManager().addLaunch(launch);
        return WalkSessions.start(launch, scenario, factory, settings);
    }

    /** Ends a session, waits for its end and removes its launch. */
    static void end(WalkDebugTarget target) {
        target.terminate();
        Waiting.until("termination", target::isTerminated);
        DebugPlugin.getDefault().getLaunchManager().removeLaunch(target.getLaunch());
    }

    /** Removes all breakpoints with their markers. */
    static void removeBreakpoints() throws CoreException {
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        manager.removeBreakpoints(manager.getBreakpoints(), true);
        manager.setEnabled(true);
    }
}
