package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.memory.ObjectsRendering;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Arrays;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.debug.ui.memory.IMemoryRenderingType;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Memory view with memory as kernel objects. */
class MemoryRenderingTest {

    private Example example;

    @BeforeEach
    void stopAtTheCopy() throws Exception {
        example = new Example("memory");
        Example.breakAt("cteInsert/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("cteInsert");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void wordsOfACNodeAreNamedAndFollowTheCopy() throws Exception {
        IMemoryBlockExtension block = example.target().getExtendedMemoryBlock("root", example.top());
        IMemoryRenderingType[] types = DebugUITools.getMemoryRenderingManager().getRenderingTypes(block);
        assertThat(Arrays.stream(types).map(IMemoryRenderingType::getId)).contains(ObjectsRendering.ID);
        IMemoryRenderingSite view = (IMemoryRenderingSite) Workbench.page().showView(IDebugUIConstants.ID_MEMORY_VIEW);
        DebugPlugin.getDefault().getMemoryBlockManager().addMemoryBlocks(new IMemoryBlock[] {block});
        Workbench.settle();
        IMemoryRenderingContainer container = view.getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1);
        ObjectsRendering rendering = (ObjectsRendering) DebugUITools.getMemoryRenderingManager()
                .getRenderingType(ObjectsRendering.ID).createRendering();
        rendering.init(container, block);
        container.addMemoryRendering(rendering);
        Workbench.waitUntil("words are listed", () -> rendering.texts(64).size() == 64);
        assertThat(rendering.texts(64)).contains("root[1].cap.words[0]  endpoint ep  RWGP",
                "root[9].cap.words[0]  null");
        Screenshot.of(Workbench.shell(), "memory-objects");
        example.stopsAfter(() -> example.top().stepReturn());
        Workbench.waitUntil("the copy is listed",
                () -> rendering.texts(64).contains("root[9].cap.words[0]  endpoint ep  RW"));
        Screenshot.of(Workbench.shell(), "memory-objects-copied");
        Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().findView(
                IDebugUIConstants.ID_MEMORY_VIEW)));
        Screenshot.of(Workbench.shell(), "memory-objects-large");
        Workbench.page().toggleZoom(Workbench.page().getReference(Workbench.page().findView(
                IDebugUIConstants.ID_MEMORY_VIEW)));
        scrollsOnBeyondTheFirst64KiB((Table) rendering.getControl());
        DebugPlugin.getDefault().getMemoryBlockManager().removeMemoryBlocks(new IMemoryBlock[] {block});
    }

    private static void scrollsOnBeyondTheFirst64KiB(Table table) {
        long begin = address(table, 0);
        for (int end = 0; end < 3; end++) {
            scroll(table, table.getItemCount() - 1);
        }
        assertThat(address(table, table.getTopIndex()) - begin).isGreaterThan(2 * 0x8000L);
        assertThat(table.getItemCount()).isEqualTo(0x10000 / Long.BYTES);
        for (int beginning = 0; beginning < 6; beginning++) {
            scroll(table, 0);
        }
        assertThat(address(table, table.getTopIndex())).as("before where it began").isLessThanOrEqualTo(begin);
    }

    /** Scrolls to a row; the word at the top stays there when the list goes on. */
    private static void scroll(Table table, int row) {
        table.setTopIndex(row);
        Workbench.settle();
        long top = address(table, table.getTopIndex());
        table.getVerticalBar().notifyListeners(SWT.Selection, new Event());
        Workbench.settle();
        assertThat(address(table, table.getTopIndex())).isEqualTo(top);
    }

    private static long address(Table table, int row) {
        return Long.parseUnsignedLong(table.getItem(row).getText(0).replace("0x", ""), 16);
    }
}
