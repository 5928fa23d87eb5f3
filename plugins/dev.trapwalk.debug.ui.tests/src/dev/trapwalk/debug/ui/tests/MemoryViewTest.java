package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.memory.WalkMemoryBlock;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.memory.IMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
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
}
