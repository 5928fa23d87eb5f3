package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.launch.LaunchPresets;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.memory.WalkMemoryBlock;
import dev.trapwalk.debug.ui.launch.WalkLaunchTabs;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.debug.ui.memory.IMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's own Memory view and launch dialog with our model. */
class MemoryViewTest {

    private static final String HEX = "org.eclipse.debug.ui.rendering.raw_memory";

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("memory");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void theMemoryViewShowsAnObjectsBytesAndFollowsTheSteps() throws Exception {
        IViewPart view = Workbench.page().showView(IDebugUIConstants.ID_MEMORY_VIEW);
        WalkMemoryBlock block = example.target().getExtendedMemoryBlock("client", example.top());
        DebugPlugin.getDefault().getMemoryBlockManager().addMemoryBlocks(new IMemoryBlock[] {block});
        assertThat(DebugPlugin.getDefault().getMemoryBlockManager().getMemoryBlocks(example.target()))
                .containsExactly(block);
        IMemoryRenderingContainer container =
                ((IMemoryRenderingSite) view).getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1);
        IMemoryRendering rendering =
                DebugUITools.getMemoryRenderingManager().getRenderingType(HEX).createRendering();
        rendering.init(container, block);
        container.addMemoryRendering(rendering);
        Workbench.settle();
        assertThat(rendering.getControl()).isNotNull();
        assertThat(rendering.getLabel()).contains("client");
        example.stopsAfter(() -> example.thread().stepOver());
        Workbench.settle();
        Screenshot.of(Workbench.shell(), "memory-view");
        DebugPlugin.getDefault().getMemoryBlockManager().removeMemoryBlocks(new IMemoryBlock[] {block});
    }

    @Test
    void theLaunchDialogShowsAPreset() throws Exception {
        ILaunchConfigurationWorkingCopy configuration =
                WalkConfigurations.of(example.file("cnode-copy.walk")).getWorkingCopy();
        LaunchPresets.ONLY_ERRORS.apply(configuration);
        WalkLaunchTabs tabs = new WalkLaunchTabs();
        tabs.createTabs(null, "debug");
        ILaunchConfigurationTab first = tabs.getTabs()[0];
        Shell shell = new Shell(Workbench.shell(), SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        first.createControl(shell);
        first.initializeFrom(configuration);
        shell.setSize(700, 520);
        shell.open();
        Workbench.settle();
        assertThat(first.isValid(configuration)).isTrue();
        first.performApply(configuration);
        assertThat(first.isValid(configuration)).isTrue();
        shell.dispose();
    }
}
