package dev.trapwalk.lang.tests;

import dev.trapwalk.lang.tree.SourceTree;
import java.io.StringReader;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** Syntax trees as text: every element with its values and where it starts, then what the parser complains about. */
final class TreeText {
    private final StringBuilder text = new StringBuilder();
    private final ToIntFunction<INode> offset;

    private TreeText(ToIntFunction<INode> offset) {
        this.offset = offset;
    }

    /** A tree of ours, which may be made of pieces. */
    static String of(SourceTree tree) {
        TreeText text = new TreeText(tree::offset);
        tree.module().getSections().forEach(section -> text.element(section, tree.node(section), 0));
        tree.complaints().forEach(text::complaint);
        return text.text.toString();
    }

    /** The tree that the parser makes of the whole text. */
    static String parsed(IParser parser, String source) {
        IParseResult result = parser.parse(new StringReader(source));
        TreeText text = new TreeText(INode::getOffset);
        result.getRootASTElement().eContents().forEach(section -> text.element(section, node(section), 0));
        result.getSyntaxErrors().forEach(text::complaint);
        return text.text.toString();
    }

    private static INode node(EObject element) {
        return NodeModelUtils.findActualNodeFor(SourceTree.withTokens(element));
    }

    private void element(EObject element, INode node, int depth) {
        text.append(" ".repeat(depth)).append(element.eClass().getName()).append(' ').append(offset.applyAsInt(node));
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            text.append(' ').append(element.eGet(attribute));
        }
        text.append('\n');
        for (EReference reference : element.eClass().getEAllReferences()) {
            Object value = element.eGet(reference);
            for (Object child : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                element((EObject) child, node((EObject) child), depth + 1);
            }
        }
    }

    private void complaint(INode node) {
        text.append(offset.applyAsInt(node)).append(' ').append(node.getSyntaxErrorMessage().getMessage()).append('\n');
    }
}
