package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.debug.ui.word.WordPane;
import dev.trapwalk.debug.ui.word.WordPaneFactory;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Arrays;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The detail pane that explains a word as seL4's bit field. */
class WordPaneTest {

    private Example example;

    @BeforeEach
    void stopAtTheCopy() throws Exception {
        example = new Example("word-pane");
        example.open("cnode-copy.walk");
        Example.breakAt("cteInsert/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("cteInsert");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    private WalkVariable variable(String name) throws Exception {
        IVariable found = Arrays.stream(example.top().getVariables()).filter(variable -> {
            try {
                return variable.getName().equals(name);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }).findFirst().orElseThrow(() -> new AssertionError(example.variables().toString()));
        return (WalkVariable) found;
    }

    @Test
    void aSlotIsExplainedAsItsFourWords() throws Exception {
        WordPaneFactory factory = new WordPaneFactory();
        StructuredSelection selection = new StructuredSelection(variable("srcSlot"));
        assertThat(factory.getDetailPaneTypes(selection)).containsExactly(WordPane.ID);
        assertThat(factory.getDefaultDetailPane(selection)).isEqualTo(WordPane.ID);
        Shell shell = new Shell(Workbench.shell(), SWT.ON_TOP);
        shell.setLayout(new FillLayout());
        WordPane pane = (WordPane) factory.createDetailPane(WordPane.ID);
        pane.createControl(shell);
        shell.open();
        pane.display(selection);
        Workbench.waitUntil("the slot is explained", () -> pane.texts().contains("63..59  capType  endpoint"));
        assertThat(pane.texts().get(0)).startsWith("root[1].cap.words[0]: capability, word 0 = 0x");
        assertThat(pane.texts()).contains("58  capCanGrantReply  1", "47..0  capEPPtr  ep");
        shell.close();
    }

    @Test
    void theVariablesViewExplainsTheSelectedVariable() throws Exception {
        IDebugView view = (IDebugView) Workbench.page().showView(IDebugUIConstants.ID_VARIABLE_VIEW);
        Tree tree = (Tree) view.getViewer().getControl();
        Workbench.waitUntil("variables are listed", () -> tree.getItemCount() > 2
                && Arrays.stream(tree.getItems()).anyMatch(item -> item.getText().equals("srcSlot")));
        tree.setSelection(Arrays.stream(tree.getItems()).filter(item -> item.getText().equals("srcSlot")).findFirst()
                .orElseThrow());
        tree.notifyListeners(SWT.Selection, new Event());
        Workbench.waitUntil("its words are offered", WordPaneTest::isExplained);
        Screenshot.of(Workbench.shell(), "word-pane-variables");
        Workbench.page().toggleZoom(Workbench.page().getReference(view));
        Screenshot.of(Workbench.shell(), "word-pane-variables-large");
        Workbench.page().toggleZoom(Workbench.page().getReference(view));
        assertThat(isExplained()).isTrue();
    }

    private static boolean isExplained() {
        return Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), Combo.class).stream().map(Combo::getText)
                .anyMatch(text -> text.startsWith("root[1].cap.words[0]"));
    }
}
