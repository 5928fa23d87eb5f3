package dev.trapwalk.lang.ui.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.DocumentSymbol;

/** A symbol in the tree. Equal by its path of names, so that the tree keeps its selection over keystrokes. */
final class OutlineNode {
    private final OutlineNode parent;
    private final DocumentSymbol symbol;
    private final String path;
    private List<OutlineNode> children;

    private OutlineNode(OutlineNode parent, DocumentSymbol symbol, String path) {
        this.parent = parent;
        this.symbol = symbol;
        this.path = path;
    }

    /** Nodes of {@code symbols}; their children are made when the tree asks for them. */
    static List<OutlineNode> of(OutlineNode parent, List<DocumentSymbol> symbols) {
        Map<String, Integer> seen = new HashMap<>();
        String prefix = parent == null ? "" : parent.path + "\n";
        return symbols.stream().map(symbol -> {
            int again = seen.merge(symbol.getName(), 1, Integer::sum);
            return new OutlineNode(parent, symbol, prefix + symbol.getName() + (again == 1 ? "" : "\t" + again));
        }).toList();
    }

    DocumentSymbol symbol() {
        return symbol;
    }

    OutlineNode parent() {
        return parent;
    }

    boolean hasChildren() {
        return symbol.getChildren() != null && !symbol.getChildren().isEmpty();
    }

    List<OutlineNode> children() {
        if (children == null) {
            children = hasChildren() ? of(this, symbol.getChildren()) : List.of();
        }
        return children;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineNode node && node.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
