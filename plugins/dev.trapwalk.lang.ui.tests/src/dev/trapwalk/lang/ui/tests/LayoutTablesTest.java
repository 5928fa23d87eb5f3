package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.tables.AddressSpaceView;
import dev.trapwalk.lang.ui.tables.CSpaceView;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person reads a CSpace and an address space as tables. */
class LayoutTablesTest {
    private static final String LAYOUT = """
            arch x86_64

            objects {
                ep = ep
                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                server = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 99, max_prio: 100, affinity: 0)
                client_root = cnode (4 bits)
                inner = cnode (4 bits)
                server_root = cnode (8 bits)
                buffer[4] = frame (4k)
                space = pml4
                pdpt = pdpt
                pd = pd
                pt = pt
            }

            caps {
                client_root {
                    1: ep (WGP, badge: 0x11)
                    2: inner (guard: 1, guard_size: 4)
                }
                inner { 3: buffer[] (RW) }
                server_root { 1: ep (R) }
                client {
                    cspace: client_root (guard_size: 52)
                    vspace: space
                }
                server { cspace: server_root (guard_size: 56) }
                space { 0: pdpt }
                pdpt { 0: pd }
                pd { 0: pt }
                pt { 16: buffer[] (RW, uncached) }
            }
            """;

    private Ide ide;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
    }

    @AfterEach
    void closeAll() {
        Ide.page().closeAllEditors(false);
        List.of(CSpaceView.ID, AddressSpaceView.ID).forEach(id -> Ide.page().hideView(Ide.page().findView(id)));
    }

    @Test
    void aCSpaceListsSlotsOfAllLevelsAndEmptyRangesInOneRow() throws Exception {
        ITextEditor editor = ide.open("slots.cdl", LAYOUT);
        CSpaceView view = (CSpaceView) Ide.page().showView(CSpaceView.ID);
        Ide.waitUntil("the client's slots are listed", () -> view.subject().equals("client") && !rows(view.table()).isEmpty());
        assertThat(rows(view.table())).contains(
                "client_root[0] | 0x0 | 56 | empty (1) |  | ",
                "client_root[1] | 0x100 | 56 | ep ep | WGP | badge 0x11",
                "client_root[2] | 0x200 | 56 | cnode inner |  | guard 0x1 of 4 bits",
                "    inner[3..6] | 0x213 .. 0x216 | 64 | frame buffer[0] .. buffer[3] | RW | ",
                "client_root[3..15] | 0x300 .. 0xf00 | 56 | empty (13) |  | ");
        Ide.screenshot("table-cspace");
        editor.selectAndReveal(LAYOUT.indexOf("ep (R)"), 0);
        Ide.waitUntil("the cursor's slot is selected", () -> view.subject().equals("server")
                && view.table().getSelectionIndex() == 1);
        view.showOnly("empty");
        assertThat(rows(view.table())).hasSize(2).allMatch(row -> row.contains("empty"));
        view.showOnly("");
        view.showSubject("client");
        Ide.waitUntil("the client is back", () -> view.subject().equals("client"));
        select(view.table(), 1);
        assertThat(((ITextSelection) editor.getSelectionProvider().getSelection()).getText())
                .isEqualTo("1: ep (WGP, badge: 0x11)");
    }

    @Test
    void anAddressSpaceListsRangesWithTheirTablesAndGaps() throws Exception {
        ITextEditor editor = ide.open("pages.cdl", LAYOUT);
        AddressSpaceView view = (AddressSpaceView) Ide.page().showView(AddressSpaceView.ID);
        Ide.waitUntil("the client's pages are listed", () -> view.subject().equals("client") && !rows(view.table()).isEmpty());
        assertThat(rows(view.table())).containsExactly(
                "0x0 .. 0xffff | 64 KiB | unmapped |  |  | ",
                "0x10000 .. 0x13fff | 16 KiB | buffer[0] .. buffer[3] | RW | no | space / pdpt / pd / pt[16..19]",
                "0x14000 .. 0x7fffffffffff | 128.0 TiB | unmapped |  |  | ");
        Ide.screenshot("table-address-space");
        select(view.table(), 1);
        assertThat(((ITextSelection) editor.getSelectionProvider().getSelection()).getText())
                .isEqualTo("16: buffer[] (RW, uncached)");
        Ide.document(editor).replace(LAYOUT.indexOf("16: buffer"), 2, "32");
        Ide.waitUntil("the table follows the text", () -> rows(view.table()).get(1).startsWith("0x20000 .. 0x23fff"));
    }

    /** A cursor that moves while the rows of a new text are being made is no reason to go back to those before. */
    @Test
    void theNewestTextIsListedWhereverTheCursorGoesMeanwhile() throws Exception {
        CSpaceView view = (CSpaceView) Ide.page().showView(CSpaceView.ID);
        view.show(analysed(LAYOUT));
        Ide.waitUntil("the badge is listed", () -> lists(view, "badge 0x11"));
        AnalysedDocument newest = analysed(LAYOUT.replace("badge: 0x11", "badge: 0x12"));
        Ide.shell().forceFocus();
        view.show(newest);
        view.cursor(LAYOUT.indexOf("ep (WGP"));
        Ide.waitUntil("the new badge is listed", () -> lists(view, "badge 0x12"));
    }

    private static AnalysedDocument analysed(String text) {
        return new Analyser().apply(new TextSnapshot("file:///newest.cdl", 0, text));
    }

    private static boolean lists(CSpaceView view, String text) {
        return rows(view.table()).stream().anyMatch(row -> row.contains(text));
    }

    private static void select(Table table, int row) {
        table.setFocus();
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
    }

    private static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.getItemCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getColumnCount(); column++) {
                cells.add(table.getItem(row).getText(column));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }
}
