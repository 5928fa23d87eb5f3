package dev.trapwalk.lang.ide.services.fix;

import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Changes that keep the meaning: resize a CNode, wrap an object in an untyped, turn a copy into an original. */
public final class Refactorings {

    private Refactorings() {
    }

    /** What can be done with the element at {@code offset}. */
    public static List<CodeAction> at(AnalysedDocument document, int offset) {
        List<CodeAction> actions = new ArrayList<>();
        EObject element = element(document, offset);
        if (element == null) {
            return actions;
        }
        ObjectEntry entry = EcoreUtil2.getContainerOfType(element, ObjectEntry.class);
        if (entry != null && entry.getObject() != null) {
            resize(document, entry, actions);
            wrap(document, entry, actions);
        }
        Mapping mapping = EcoreUtil2.getContainerOfType(element, Mapping.class);
        if (mapping != null && mapping.isCopy()) {
            original(document, mapping, actions);
        }
        return actions;
    }

    private static EObject element(AnalysedDocument document, int offset) {
        ILeafNode leaf = document.tree().leaf(offset);
        if (leaf != null && leaf.isHidden() && offset > 0) {
            leaf = document.tree().leaf(offset - 1);
        }
        return leaf == null || leaf.isHidden() ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
    }

    private static ObjectDecl declaration(AnalysedDocument document, ObjectEntry entry) {
        String name = entry.getPath().get(entry.getPath().size() - 1).getName();
        ObjectDecl decl = name == null ? null : document.model().object(name);
        return decl != null && decl.definition() == entry.getObject() ? decl : null;
    }

    private static void resize(AnalysedDocument document, ObjectEntry entry, List<CodeAction> actions) {
        ObjectDecl decl = declaration(document, entry);
        if (decl == null || !decl.is(ObjectType.CNODE)) {
            return;
        }
        for (int bits : new int[] {decl.bits() + 1, decl.bits() - 1}) {
            List<TextEdit> edits = holds(document, decl, bits) ? CNodeResize.edits(document, decl, bits) : List.of();
            if (!edits.isEmpty()) {
                actions.add(action(document, Messages.format("fix.resize", decl.name(), bits), edits));
            }
        }
    }

    /** Whether all that the CNode holds has room in 2^{@code bits} slots. */
    private static boolean holds(AnalysedDocument document, ObjectDecl cnode, int bits) {
        for (Container container : document.model().containers(cnode)) {
            for (CapRun run : container.runs()) {
                if (bits < 1 || bits < 62 && run.lastSlot() >> bits != 0) {
                    return false;
                }
            }
        }
        return bits >= 1;
    }

    private static void wrap(AnalysedDocument document, ObjectEntry entry, List<CodeAction> actions) {
        ObjectDecl decl = declaration(document, entry);
        if (decl == null || decl.is(ObjectType.UT) || !(entry.eContainer() instanceof ObjectsSection)
                || entry.getPath().size() > 1 || isCovered(document, decl)) {
            return;
        }
        int bits = ObjectSizes.bits(decl, document.model().arch());
        if (bits < 0 || bits > 62 || decl.count() > 1L << 62 - bits) {
            return;
        }
        int total = 64 - Long.numberOfLeadingZeros((1L << bits) * Math.max(1, decl.count()) - 1);
        if (total > ObjectSizes.largestUntyped(document.model().arch())) {
            return;
        }
        // A name of the kernel's snapshot begins with a digit, which the capDL tool rejects.
        String name = fresh(document, Character.isLetter(decl.name().charAt(0)) ? decl.name() + "_ut"
                : "ut_" + decl.name());
        INode node = document.tree().node(entry);
        List<TextEdit> edits = List.of(
                new TextEdit(document.text().range(document.tree().offset(node), 0),
                        name + " = ut (" + Math.max(4, total) + " bits) { "),
                new TextEdit(document.text().range(document.tree().end(node), 0), " }"));
        actions.add(action(document, Messages.format("fix.wrap", decl.name()), edits));
    }

    private static boolean isCovered(AnalysedDocument document, ObjectDecl decl) {
        return document.model().covers().stream().anyMatch(cover -> cover.objects().decl() == decl);
    }

    private static String fresh(AnalysedDocument document, String base) {
        String name = base;
        for (int n = 2; document.model().mentioned(name) != null; n++) {
            name = base + n;
        }
        return name;
    }

    private static void original(AnalysedDocument document, Mapping mapping, List<CodeAction> actions) {
        CapRun copy = null;
        int runs = 0;
        for (List<Container> parts : document.model().containers()) {
            for (Container container : parts) {
                for (CapRun run : container.runs()) {
                    if (run.source() == mapping && run.targets() != null && copy != run) {
                        runs += copy == null ? 1 : 0;
                        copy = run;
                    }
                }
            }
        }
        if (copy == null || runs != 1 || copy.count() != 1) {
            return;
        }
        INode from = NodeModelUtils.getNode(SourceTree.withTokens(mapping));
        String slot = mapping.getSlot() != null ? mapping.getSlot().toString()
                : mapping.getSlotName() != null ? mapping.getSlotName() : Long.toString(copy.slot());
        String name = mapping.getSource() == null ? "" : mapping.getRef().getName() + " = ";
        String text = slot + ": " + name + copy.targets().get(0) + parameters(copy.attributes());
        INode parent = mapping.getParent() == null ? null : NodeModelUtils.getNode(mapping.getParent());
        int start = document.tree().offset(from);
        int end = parent == null ? document.tree().end(from) : document.tree().offset(parent);
        String tail = parent == null ? mapping.getSeparator() == null ? "" : mapping.getSeparator() : " - child_of ";
        actions.add(action(document, Messages.format("fix.original"), List.of(new TextEdit(
                document.text().range(start, end - start), text + tail))));
    }

    private static String parameters(CapAttributes attributes) {
        StringJoiner params = new StringJoiner(", ", " (", ")");
        params.setEmptyValue("");
        if (attributes.rights() != 0) {
            params.add(Rights.toString(attributes.rights()));
        }
        if (attributes.badge() != null) {
            params.add("badge: 0x" + attributes.badge().toString(16));
        }
        if (attributes.guard() != null) {
            params.add("guard: 0x" + attributes.guard().toString(16));
        }
        if (attributes.guardSize() != null) {
            params.add("guard_size: " + attributes.guardSize());
        }
        if (attributes.uncached()) {
            params.add("uncached");
        }
        return params.toString();
    }

    private static CodeAction action(AnalysedDocument document, String title, List<TextEdit> edits) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.RefactorRewrite);
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), edits)));
        return action;
    }
}
