package dev.trapwalk.lang.json;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** Collects what JSON cannot say, each with its place in the capDL file; the same is said once. */
final class ExportNotes {
    private final SourceTree tree;
    private final Set<Note> notes = new LinkedHashSet<>();

    ExportNotes(CapdlModel model) {
        tree = model.tree();
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
        INode node = at == null ? null : tree.node(at);
        int offset = node == null ? 0 : tree.offset(node);
        notes.add(new Note(severity, tree.line(offset), tree.column(offset), "", Messages.format(key, arguments)));
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
