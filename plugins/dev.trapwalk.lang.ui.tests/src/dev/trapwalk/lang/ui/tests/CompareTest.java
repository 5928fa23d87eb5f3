package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person compares two layouts in the compare editor. */
class CompareTest {
    private static final String LAYOUT = SmallLayout.TEXT;

    private Ide ide;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
    }

    @AfterEach
    void closeEditors() {
        Ide.page().closeAllEditors(false);
    }

    @Test
    void differencesInMeaningAreListedByKind() throws Exception {
        compare(LAYOUT, LAYOUT.replace("buffer (RW)", "buffer (R)").replace("(RWG, badge", "(RW, badge")
                .replace("guard_size: 60", "guard_size: 52").replace("buffer = frame (4k)", "buffer = frame (2M)"));
        Ide.waitUntil("the differences are listed", () -> tree() != null && tree().getItemCount() == 3);
        assertThat(texts(tree().getItems())).containsExactly("Objects (1)", "Capabilities (3)", "CPtrs of threads (2)");
        assertThat(texts(tree().getItem(0).getItems())).containsExactly("buffer:  frame (4k)  \u2192  frame (2M)");
        assertThat(texts(tree().getItem(1).getItems())).contains(
                "root[0x0001]:  ep (RWG, badge: 0x11)  \u2192  ep (RW, badge: 0x11)");
        assertThat(texts(tree().getItem(2).getItems())).contains("client -> ep:  cptr 0x1  \u2192  cptr 0x100");
        TreeItem change = tree().getItem(1).getItem(0);
        tree().setSelection(change);
        Event event = new Event();
        event.item = change;
        tree().notifyListeners(SWT.Selection, event);
        tree().notifyListeners(SWT.DefaultSelection, event);
        Ide.screenshot("compare-layouts");
    }

    @Test
    void anotherOrderIsNoDifference() throws Exception {
        compare(LAYOUT, LAYOUT.replace("1: ep (RWG, badge: 0x11)\n2: buffer (RW)",
                "2: buffer (W R)\n1: ep (badge: 17, GRW)"));
        Ide.settle();
        Ide.waitUntil("the texts are compared", () -> tree() != null);
        assertThat(tree().getItemCount()).isZero();
        Ide.screenshot("compare-same-meaning");
    }

    @Test
    void twoSelectedFilesAreComparedFromTheirMenu() throws Exception {
        files(LAYOUT, LAYOUT.replace("buffer (RW)", "buffer (R)"));
        ProjectExplorer explorer = (ProjectExplorer) Ide.page().showView(ProjectExplorer.VIEW_ID);
        Ide.page().activate(explorer);
        List<IFile> both = List.of(ide.project().getFile("before.cdl"), ide.project().getFile("after.cdl"));
        Ide.waitUntil("both are selected", () -> {
            explorer.selectReveal(new StructuredSelection(both));
            return Set.copyOf(explorer.getCommonViewer().getStructuredSelection().toList()).equals(Set.copyOf(both));
        });
        Ide.settle();
        Menu menu = explorer.getCommonViewer().getTree().getMenu();
        MenuItem each = item(opened(item(opened(menu), "Compare With").getMenu()), "Each Other");
        each.notifyListeners(SWT.Selection, new Event());
        Ide.waitUntil("the difference is listed", () -> tree() != null && tree().getItemCount() == 1);
        assertThat(texts(tree().getItems())).containsExactly("Capabilities (1)");
    }

    private static Menu opened(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        return menu;
    }

    private static MenuItem item(Menu menu, String text) {
        return Arrays.stream(menu.getItems()).filter(item -> item.getText().replace("&", "").startsWith(text)).findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in "
                        + Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
    }

    private void files(String left, String right) throws CoreException {
        ide.open("before.cdl", left);
        ide.open("after.cdl", right);
        Ide.page().closeAllEditors(false);
    }

    private void compare(String left, String right) throws CoreException {
        files(left, right);
        IFile before = ide.project().getFile("before.cdl");
        IFile after = ide.project().getFile("after.cdl");
        CompareUI.openCompareEditorOnPage(new CompareEditorInput(new CompareConfiguration()) {
            @Override
            protected Object prepareInput(IProgressMonitor monitor) {
                setTitle("before.cdl - after.cdl");
                return new DiffNode(new ResourceNode(before), new ResourceNode(after));
            }
        }, Ide.page());
    }

    private static Tree tree() {
        return Ide.page().getActiveEditor() == null ? null : tree(Ide.shell());
    }

    /** The tree whose viewer compares layouts. */
    private static Tree tree(Control control) {
        if (control instanceof Tree tree && tree.isVisible()
                && tree.getData(CompareUI.COMPARE_VIEWER_TITLE) instanceof String) {
            return tree;
        }
        return control instanceof Composite composite ? Arrays.stream(composite.getChildren()).map(CompareTest::tree)
                .filter(found -> found != null).findFirst().orElse(null) : null;
    }

    private static List<String> texts(TreeItem[] items) {
        return Arrays.stream(items).map(TreeItem::getText).toList();
    }
}
