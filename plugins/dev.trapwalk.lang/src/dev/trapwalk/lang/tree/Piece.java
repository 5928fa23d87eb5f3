package dev.trapwalk.lang.tree;

import dev.trapwalk.lang.capdl.CapdlFactory;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.parsing.QuickParser;
import dev.trapwalk.lang.parsing.QuickParser.Elements;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/**
 * A piece of a text, parsed: with the beginning of its section before it and the end behind it where the piece has none.
 * Knows nothing of its place, so that it serves every text that holds the piece.
 *
 * <p>Its tokens take as much memory as its elements, and more time. Where the parser can leave them out, and has nothing to
 * complain about, it does: when somebody asks for them after all, the piece is parsed once more.
 */
final class Piece {
    private final IParser parser;
    private final String source;
    private final Module module;
    private final List<INode> complaints;
    private final int lastEntry;
    private volatile ICompositeNode root;

    /** Leads from an element to its piece. */
    private static final class Link extends AdapterImpl {
        private final Piece piece;

        Link(Piece piece) {
            this.piece = piece;
        }
    }

    Piece(IParser parser, String source) {
        this.parser = parser;
        this.source = source;
        Elements elements = parser instanceof QuickParser quick ? quick.elements(source) : null;
        if (elements == null) {
            IParseResult parsed = parser.parse(new StringReader(source));
            module = parsed.getRootASTElement() instanceof Module found ? found : CapdlFactory.eINSTANCE.createModule();
            root = parsed.getRootNode();
            List<INode> errors = new ArrayList<>(0);
            parsed.getSyntaxErrors().forEach(errors::add);
            complaints = errors;
            lastEntry = lastEntry();
        } else {
            module = elements.module();
            complaints = List.of();
            lastEntry = elements.lastEntry();
        }
        module.eAdapters().add(new Link(this));
    }

    /** Makes sure that {@code element}, which may belong to no piece, knows its tokens. */
    static void recall(EObject element) {
        List<Adapter> adapters = EcoreUtil.getRootContainer(element).eAdapters();
        // By number: another thread may just add the tokens behind the link.
        for (int i = 0; i < adapters.size(); i++) {
            if (adapters.get(i) instanceof Link link) {
                link.piece.root();
                return;
            }
        }
    }

    /** What was parsed. */
    String source() {
        return source;
    }

    /** Its syntax tree. */
    Module module() {
        return module;
    }

    List<Section> sections() {
        return module.getSections();
    }

    /** The tokens that the parser complains about. */
    List<INode> complaints() {
        return complaints;
    }

    /** Its tokens, or null when they are not known yet. */
    ICompositeNode knownRoot() {
        return root;
    }

    /** Its tokens. After this, its elements know theirs. */
    ICompositeNode root() {
        ICompositeNode known = root;
        return known == null ? remember() : known;
    }

    private synchronized ICompositeNode remember() {
        if (root == null) {
            IParseResult again = parser.parse(new StringReader(source));
            NodeModelBuilder builder = new NodeModelBuilder();
            Iterator<EObject> twins = again.getRootASTElement().eAllContents();
            associate(builder, again.getRootASTElement(), module);
            module.eAllContents().forEachRemaining(element -> associate(builder, twins.next(), element));
            root = again.getRootNode();
        }
        return root;
    }

    /** Gives the tokens of a new element to the old one that it equals. */
    private static void associate(NodeModelBuilder builder, EObject twin, EObject element) {
        ICompositeNode node = NodeModelUtils.getNode(twin);
        if (node != null) {
            twin.eAdapters().remove(node);
            builder.associateWithSemanticElement(node, element);
        }
    }

    /**
     * Whether the parser was where the cut assumes it: in the section, behind the entry before the cut. Then it would have
     * gone on with the rest just as it begins the next piece, whatever mistakes came before.
     *
     * @param entry where the entry before the cut begins, in the piece's source
     */
    boolean endsBehind(int entry) {
        return lastEntry == entry;
    }

    /** Where the last entry of the last section begins, if that section ends with the piece; else -1. */
    private int lastEntry() {
        if (sections().isEmpty()) {
            return -1;
        }
        Section section = sections().get(sections().size() - 1);
        List<? extends EObject> entries = section instanceof ObjectsSection objects ? objects.getEntries()
                : section instanceof CapsSection caps ? caps.getItems() : List.of();
        if (entries.isEmpty()) {
            return -1;
        }
        ILeafNode end = NodeModelUtils.findLeafNodeAtOffset(root, source.length() - 1);
        return end != null && Block.isEnd(end) && NodeModelUtils.findActualSemanticObjectFor(end) == section
                ? NodeModelUtils.getNode(entries.get(entries.size() - 1)).getOffset() : -1;
    }
}
