package dev.trapwalk.lang.tree;

import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.CapdlFactory;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;

/**
 * A piece of a text, parsed: with the beginning of its section before it and the end behind it where the piece has none.
 * Knows nothing of its place, so that it serves every text that holds the piece.
 *
 * @param source what was parsed
 * @param root its tokens
 * @param module its syntax tree
 * @param parsed what the parser said
 */
record Piece(String source, ICompositeNode root, Module module, IParseResult parsed) {

    static Piece of(String source, IParseResult parsed) {
        Module module = parsed.getRootASTElement() instanceof Module found ? found
                : CapdlFactory.eINSTANCE.createModule();
        return new Piece(source, parsed.getRootNode(), module, parsed);
    }

    List<Section> sections() {
        return module.getSections();
    }

    /**
     * Whether the parser was where the cut assumes it: in the section, behind the entry before the cut. Then it would have
     * gone on with the rest just as it begins the next piece, whatever mistakes came before.
     *
     * @param entry where the entry before the cut begins, in the piece's source
     */
    boolean endsBehind(int entry) {
        if (sections().isEmpty()) {
            return false;
        }
        Section section = sections().get(sections().size() - 1);
        List<? extends EObject> entries = section instanceof ObjectsSection objects ? objects.getEntries()
                : section instanceof CapsSection caps ? caps.getItems() : List.of();
        if (entries.isEmpty()) {
            return false;
        }
        ILeafNode end = NodeModelUtils.findLeafNodeAtOffset(root, source.length() - 1);
        return end != null && Block.isEnd(end) && NodeModelUtils.findActualSemanticObjectFor(end) == section
                && NodeModelUtils.getNode(entries.get(entries.size() - 1)).getOffset() == entry;
    }
}
