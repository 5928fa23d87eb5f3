package dev.trapwalk.lang.ide.services.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Collects proposals that go with what is typed already, best first. */
public final class Proposals {
    /** So many are shown; whoever has more objects types another letter. */
    private static final int MOST = 250;

    private final String prefix;
    private final Range replaced;
    private final Set<String> labels = new HashSet<>();
    private final List<CompletionItem> items = new ArrayList<>();
    private boolean incomplete;

    /**
     * Proposals for a place.
     *
     * @param prefix what is typed of the word
     * @param replaced where it stands
     */
    public Proposals(String prefix, Range replaced) {
        this.prefix = prefix.toLowerCase(Locale.ROOT);
        this.replaced = replaced;
    }

    /** Whether no more proposals are taken. */
    public boolean isFull() {
        return incomplete;
    }

    /** Whether nothing goes with what is typed so far. */
    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Proposes {@code label} as it is. */
    public void add(String label, CompletionItemKind kind, String detail) {
        add(label, label, kind, detail, false);
    }

    /** Proposes {@code snippet}, with places to fill in as LSP snippets write them. */
    public void snippet(String label, String snippet, CompletionItemKind kind, String detail) {
        add(label, snippet, kind, detail, true);
    }

    private void add(String label, String text, CompletionItemKind kind, String detail, boolean snippet) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (!matches(lower) || !labels.add(label)) {
            return;
        }
        if (items.size() >= MOST) {
            incomplete = true;
            return;
        }
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setDetail(detail);
        item.setFilterText(label);
        // What begins with the prefix comes first; within that, the order in which it was proposed.
        item.setSortText(String.format(Locale.ROOT, "%d%04d", lower.startsWith(prefix) ? 0 : 1, items.size()));
        item.setTextEdit(Either.forLeft(new TextEdit(replaced, text)));
        item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        items.add(item);
    }

    /** Whether the label, or one of the words of which it is made, begins with what is typed. */
    private boolean matches(String label) {
        for (int at = label.indexOf(prefix); at >= 0; at = label.indexOf(prefix, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(label.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** All of them. */
    public CompletionList list() {
        items.sort((a, b) -> a.getSortText().compareTo(b.getSortText()));
        return new CompletionList(incomplete, items);
    }
}
