package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapBody;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.ObjectBody;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;

/** The places of a file that are no capDL: what the parser complained about, and tokens that fit nowhere. */
final class SyntaxErrors {
    private final SourceTree tree;
    private final List<INode> complaints = new ArrayList<>();
    private final List<INode> stray = new ArrayList<>();
    private final TreeSet<Integer> offsets = new TreeSet<>();

    SyntaxErrors(SourceTree tree) {
        this.tree = tree;
        complaints.addAll(tree.complaints());
        tree.parsedSections().forEach(this::section);
        complaints.forEach(node -> offsets.add(tree.offset(node)));
        stray.forEach(node -> offsets.add(tree.offset(node)));
    }

    private void section(Section section) {
        if (section instanceof ObjectsSection objects) {
            add(objects, Literals.OBJECTS_SECTION__JUNK);
            objects.getEntries().forEach(this::entry);
        } else if (section instanceof CapsSection caps) {
            add(caps, Literals.CAPS_SECTION__JUNK);
            for (CapItem item : caps.getItems()) {
                body(item.getBody());
            }
        } else if (section instanceof Orphan orphan) {
            add(orphan, Literals.ORPHAN__JUNK);
            if (orphan.getEntry() != null) {
                body(orphan.getEntry().getCaps());
            }
        }
    }

    private void entry(ObjectEntry entry) {
        ObjectBody body = entry.getObject() == null ? null : entry.getObject().getBody();
        if (body != null) {
            add(body, Literals.OBJECT_BODY__JUNK);
            body.getEntries().forEach(this::entry);
        }
    }

    private void body(CapBody body) {
        if (body != null) {
            add(body, Literals.CAP_BODY__JUNK);
        }
    }

    private void add(EObject owner, EStructuralFeature feature) {
        if (owner.eIsSet(feature)) {
            stray.addAll(tree.nodes(owner, feature));
        }
    }

    /** Whether there are any. */
    boolean any() {
        return !offsets.isEmpty();
    }

    /** What the parser complained about. */
    List<INode> complaints() {
        return complaints;
    }

    /** The first of each run of tokens that fit nowhere, in the order of the file, away from complaints. */
    List<INode> stray() {
        stray.sort((a, b) -> Integer.compare(tree.offset(a), tree.offset(b)));
        List<INode> first = new ArrayList<>();
        int end = Integer.MIN_VALUE;
        for (INode node : stray) {
            if (tree.offset(node) > end + 1 && !complainedIn(tree.line(node))) {
                first.add(node);
            }
            end = tree.end(node);
        }
        return first;
    }

    private boolean complainedIn(int line) {
        return complaints.stream().anyMatch(node -> tree.line(node) == line);
    }

    /** Whether one lies in {@code node} or right behind it. */
    boolean touch(INode node) {
        Integer next = offsets.ceiling(tree.offset(node));
        return next != null && next <= tree.end(node) + 1;
    }

    /** Whether one lies in the line in which {@code node} starts. */
    boolean inLineOf(INode node) {
        int line = tree.line(node);
        return complainedIn(line) || stray.stream().anyMatch(other -> tree.line(other) == line);
    }
}
