package dev.trapwalk.lang.tree;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.Section;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;

/**
 * The syntax tree of one text, with the places of its elements. Immutable.
 *
 * <p>A long text is parsed in pieces. The tree of the next version of the text takes over the pieces that are the same in
 * both, so an edit costs the parsing of the piece around it. The result is the one that parsing the whole text gives.
 * Because a piece may stand elsewhere in the next version, offsets and lines of its {@linkplain INode nodes} mean nothing by
 * themselves: ask the tree for them.
 */
public final class SourceTree {
    private final String text;
    private final IParser parser;
    private final List<Placed> pieces;
    /** By the root of the elements, and by that of tokens known from the start: they may belong to no element. */
    private final Map<Object, Integer> baseOf = new IdentityHashMap<>();
    private final Module module;
    private volatile Lines lines;

    private SourceTree(IParser parser, String text, SourceTree earlier) {
        this.text = text;
        this.parser = parser;
        this.pieces = new PieceParser(parser, text,
                earlier == null || earlier.parser != parser ? List.of() : earlier.pieces).parse();
        for (Placed placed : pieces) {
            baseOf.put(placed.piece().module(), placed.base());
            if (placed.piece().knownRoot() != null) {
                baseOf.put(placed.piece().knownRoot(), placed.base());
            }
        }
        this.module = Joined.module(pieces.stream().map(Placed::piece).toList());
    }

    /**
     * The tree of {@code text}.
     *
     * @param earlier the tree of an earlier version of the text, whose pieces may be used again, or null
     */
    public static SourceTree of(IParser parser, String text, SourceTree earlier) {
        return new SourceTree(parser, text, earlier);
    }

    /** {@code element}, having made sure that it knows its tokens; to be asked of elements that are not found by their tokens. */
    public static <E extends EObject> E withTokens(E element) {
        Piece.recall(element);
        return element;
    }

    /** This tree, all of whose elements know their tokens: for those who are going to ask about most of them. */
    public SourceTree withAllTokens() {
        pieces.parallelStream().forEach(placed -> placed.piece().root());
        return this;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** The root of the syntax tree, never null. */
    public Module module() {
        return module;
    }

    /** The root of the tokens, or of those of the first piece. */
    public INode root() {
        return pieces.get(0).piece().root();
    }

    /** The sections as they were parsed: one that was parsed in pieces is several. For syntax errors. */
    public List<Section> parsedSections() {
        return pieces.stream().flatMap(placed -> placed.piece().sections().stream()).toList();
    }

    /** The nodes that the parser complains about, in the order of the text. */
    public List<INode> complaints() {
        List<INode> complaints = new ArrayList<>();
        pieces.forEach(placed -> complaints.addAll(placed.piece().complaints()));
        return complaints;
    }

    /** The tokens of an element, without blanks and comments around it; the first of them when it was parsed in pieces. */
    public INode node(EObject element) {
        return NodeModelUtils.findActualNodeFor(
                withTokens(element instanceof Joined.Whole whole ? whole.parts().get(0) : element));
    }

    /** The tokens of the first value of an element's feature, or null. */
    public INode node(EObject element, EStructuralFeature feature) {
        List<INode> nodes = nodes(element, feature);
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    /** The tokens of all values of an element's feature. */
    public List<INode> nodes(EObject element, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(withTokens(element), feature);
    }

    /** Offset of the first character of {@code node}. */
    public int offset(INode node) {
        return base(node) + node.getOffset();
    }

    /** Offset behind the last character of {@code node}. */
    public int end(INode node) {
        return base(node) + node.getOffset() + node.getLength();
    }

    /** Offset behind the last character of {@code element}, also when it was parsed in pieces. */
    public int end(EObject element) {
        if (element instanceof Joined.Whole whole) {
            return end(node(whole.parts().get(whole.parts().size() - 1)));
        }
        return end(node(element));
    }

    private int base(INode node) {
        ICompositeNode root = node.getRootNode();
        Integer base = baseOf.get(root);
        base = base == null ? baseOf.get(root.getSemanticElement()) : base;
        if (base == null) {
            throw new IllegalArgumentException("a node of another text: " + node.getText());
        }
        return base;
    }

    /** The token, blank or comment at {@code offset}, or null behind the end. */
    public ILeafNode leaf(int offset) {
        if (offset < 0 || offset >= text.length()) {
            return null;
        }
        int from = 0;
        int to = pieces.size() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (pieces.get(middle).start() <= offset) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        Placed placed = pieces.get(from);
        return NodeModelUtils.findLeafNodeAtOffset(placed.piece().root(), offset - placed.base());
    }

    /** The line of {@code node}, from 1. */
    public int line(INode node) {
        return line(offset(node));
    }

    /** The line of {@code offset}, from 1. */
    public int line(int offset) {
        return lines().line(offset) + 1;
    }

    /** The column of {@code offset} in its line, from 1, in UTF-16 units. */
    public int column(int offset) {
        return offset - lines().start(lines().line(offset)) + 1;
    }

    private Lines lines() {
        Lines found = lines;
        if (found == null) {
            found = new Lines(text);
            lines = found;
        }
        return found;
    }
}
