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
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** "seL4 Walk": threads and frames left, what runs in the middle, what it works on at the right, the walk below. */
public final class WalkPerspective implements IPerspectiveFactory {

    /** Further views of the kernel's state: tables that need more room than there is at the right. */
    private static final List<String> WIDE_VIEWS = List.of(DerivationView.ID, SchedulerView.ID, ObjectsView.ID);

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout path = layout.createFolder("below", IPageLayout.BOTTOM, 0.7f, editors); //$NON-NLS-1$
        path.addView(SyscallPathView.ID);
        path.addPlaceholder(IDebugUIConstants.ID_MEMORY_VIEW);
        path.addPlaceholder(NewSearchUI.SEARCH_VIEW_ID);
        for (String id : WIDE_VIEWS) {
            path.addPlaceholder(id);
            layout.addShowViewShortcut(id);
        }
        IFolderLayout time = layout.createFolder("time", IPageLayout.RIGHT, 0.6f, "below"); //$NON-NLS-1$ //$NON-NLS-2$
        time.addView(TimelineView.ID);
        time.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        time.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        time.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.277f, editors); //$NON-NLS-1$
        left.addView(IDebugUIConstants.ID_DEBUG_VIEW);
        left.addView(ProjectExplorer.VIEW_ID);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.573f, editors); //$NON-NLS-1$
        right.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
        right.addView(IDebugUIConstants.ID_REGISTER_VIEW);
        right.addPlaceholder(IDebugUIConstants.ID_EXPRESSION_VIEW);
        IFolderLayout answers = layout.createFolder("answers", IPageLayout.BOTTOM, 0.5f, //$NON-NLS-1$
                "right"); //$NON-NLS-1$
        answers.addView(WhyView.ID);
        answers.addView(ChangesView.ID);
        answers.addView(CSpaceView.ID);
        layout.addShowViewShortcut(SyscallPathView.ID);
        layout.addShowViewShortcut(TimelineView.ID);
        layout.addShowViewShortcut(WhyView.ID);
        layout.addShowViewShortcut(ChangesView.ID);
        layout.addShowViewShortcut(CSpaceView.ID);
        layout.addShowViewShortcut(IDebugUIConstants.ID_EXPRESSION_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_MEMORY_VIEW);
        layout.setEditorOnboardingText(Messages.onboarding);
        layout.addEditorOnboardingCommandId("org.eclipse.debug.ui.commands.DebugLast"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("dev.trapwalk.debug.ui.goToMark"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("dev.trapwalk.debug.ui.breakAtPoint"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("org.eclipse.ui.window.quickAccess"); //$NON-NLS-1$
        layout.addNewWizardShortcut("dev.trapwalk.examples.wizard"); //$NON-NLS-1$
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet("dev.trapwalk.debug.ui.actions"); //$NON-NLS-1$
    }
}
