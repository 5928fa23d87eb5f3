package dev.trapwalk.debug.ui.perspective;

import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.cspace.CSpaceView;
import dev.trapwalk.debug.ui.derivation.DerivationView;
import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.scheduler.SchedulerView;
import dev.trapwalk.debug.ui.timeline.TimelineView;
import dev.trapwalk.debug.ui.why.WhyView;
import java.util.List;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** "seL4 Walk": threads and frames left, what runs in the middle, what it works on at the right, the walk below. */
public final class WalkPerspective implements IPerspectiveFactory {

    /** Further views of the kernel's state. */
    private static final List<String> KERNEL_VIEWS = List.of(DerivationView.ID, SchedulerView.ID, ObjectsView.ID);

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout path = layout.createFolder("below", IPageLayout.BOTTOM, 0.7f, editors); //$NON-NLS-1$
        path.addView(SyscallPathView.ID);
        IFolderLayout time = layout.createFolder("time", IPageLayout.RIGHT, 0.6f, "below"); //$NON-NLS-1$ //$NON-NLS-2$
        time.addView(TimelineView.ID);
        time.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        time.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        time.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
        time.addPlaceholder(IDebugUIConstants.ID_MEMORY_VIEW);
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.27f, editors); //$NON-NLS-1$
        left.addView(IDebugUIConstants.ID_DEBUG_VIEW);
        left.addView(ProjectExplorer.VIEW_ID);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.635f, editors); //$NON-NLS-1$
        right.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
        right.addView(IDebugUIConstants.ID_REGISTER_VIEW);
        right.addPlaceholder(IDebugUIConstants.ID_EXPRESSION_VIEW);
        IFolderLayout answers = layout.createFolder("answers", IPageLayout.BOTTOM, 0.48f, //$NON-NLS-1$
                "right"); //$NON-NLS-1$
        answers.addView(WhyView.ID);
        answers.addView(ChangesView.ID);
        answers.addView(CSpaceView.ID);
        for (String id : KERNEL_VIEWS) {
            answers.addPlaceholder(id);
            layout.addShowViewShortcut(id);
        }
        layout.addShowViewShortcut(SyscallPathView.ID);
        layout.addShowViewShortcut(TimelineView.ID);
        layout.addShowViewShortcut(WhyView.ID);
        layout.addShowViewShortcut(ChangesView.ID);
        layout.addShowViewShortcut(CSpaceView.ID);
        layout.addShowViewShortcut(IDebugUIConstants.ID_EXPRESSION_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_MEMORY_VIEW);
        layout.addNewWizardShortcut("dev.trapwalk.examples.wizard"); //$NON-NLS-1$
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet("dev.trapwalk.debug.ui.actions"); //$NON-NLS-1$
    }
}
