package dev.trapwalk.lang.json;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.model.CapdlModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;

/** Collects what JSON cannot say, each with its place in the capDL file; the same is said once. */
final class ExportNotes {
    private final ICompositeNode root;
    private final Set<Note> notes = new LinkedHashSet<>();

    ExportNotes(CapdlModel model) {
        ICompositeNode node = NodeModelUtils.getNode(model.module());
        root = node == null ? null : node.getRootNode();
    }

    /** JSON cannot say what stands at {@code at}. */
    void lost(EObject at, String key, Object... arguments) {
        add(Severity.WARNING, at, key, arguments);
    }

    /** The layout cannot be written at all. */
    void error(EObject at, String key, Object... arguments) {
        add(Severity.ERROR, at, key, arguments);
    }

    private void add(Severity severity, EObject at, String key, Object... arguments) {
        INode node = at == null ? null : NodeModelUtils.findActualNodeFor(at);
        LineAndColumn place = node == null || root == null ? null
                : NodeModelUtils.getLineAndColumn(root, node.getOffset());
        notes.add(new Note(severity, place == null ? 1 : place.getLine(), place == null ? 1 : place.getColumn(), "",
                Messages.format(key, arguments)));
    }

    boolean hasErrors() {
        return notes.stream().anyMatch(Note::isError);
    }

    List<Note> list() {
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparingInt(Note::line).thenComparingInt(Note::column));
        return sorted;
    }
}
