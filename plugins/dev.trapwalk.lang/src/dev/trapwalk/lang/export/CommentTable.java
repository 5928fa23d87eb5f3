package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The comments of a file by what they are about: the object, capability or container that they stand behind in one line, or
 * else in front of. Comments about anything else, such as a section, are about the file.
 */
final class CommentTable {
    private final SourceTree tree;
    private final List<String> head = new ArrayList<>();
    private final Map<String, List<String>> objects = new HashMap<>();
    private final Map<String, List<String>> containers = new HashMap<>();
    private final Map<String, TreeMap<Long, List<String>>> slots = new HashMap<>();
    private final Map<Mapping, List<String>> mappings = new IdentityHashMap<>();

    CommentTable(CapdlModel model) {
        this.tree = model.tree();
        String text = tree.text();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            ILeafNode comment = c == '-' || c == '/' || c == '#' ? tree.leaf(at) : null;
            if (comment != null && comment.isHidden() && tree.offset(comment) == at) {
                add(comment, at);
                at += comment.getLength() - 1;
            }
        }
        if (!mappings.isEmpty()) {
            model.containers().forEach(parts -> parts.forEach(this::place));
        }
    }

    private void add(ILeafNode comment, int at) {
        // A comment over several lines keeps none of another system's line ends.
        String text = comment.getText().strip().replaceAll("\\r\\n?", "\n");
        EObject about = about(at, at + comment.getLength());
        while (about != null) {
            if (about instanceof ObjectEntry entry && entry.getObject() != null) {
                String name = entry.getPath().get(entry.getPath().size() - 1).getName();
                objects.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
                return;
            }
            if (about instanceof Mapping mapping) {
                mappings.computeIfAbsent(mapping, key -> new ArrayList<>()).add(text);
                return;
            }
            if (about instanceof CapItem item && item.getContainer() != null) {
                containers.computeIfAbsent(item.getContainer().getName(), key -> new ArrayList<>()).add(text);
                return;
            }
            about = about.eContainer();
        }
        head.add(text);
    }

    /** What stands before a comment in its line, or else what follows it. */
    private EObject about(int start, int end) {
        int before = start - 1;
        while (before >= 0 && (tree.text().charAt(before) == ' ' || tree.text().charAt(before) == '\t')) {
            before--;
        }
        ILeafNode leaf = before < 0 || isLineEnd(tree.text().charAt(before)) ? null : tree.leaf(before);
        for (int after = end; leaf == null || leaf.isHidden(); after = tree.offset(leaf) + leaf.getLength()) {
            leaf = tree.leaf(after);
            if (leaf == null) {
                return null;
            }
        }
        return NodeModelUtils.findActualSemanticObjectFor(leaf);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void place(Container container) {
        for (CapRun run : container.runs()) {
            List<String> comments = mappings.remove(run.source());
            if (comments != null) {
                slots.computeIfAbsent(key(container), key -> new TreeMap<>())
                        .computeIfAbsent(run.slot(), key -> new ArrayList<>()).addAll(comments);
            }
        }
    }

    /** Comments about an object. */
    String object(String name) {
        return lines(objects.remove(name), "    ");
    }

    /** Comments about what a container holds as a whole. */
    String container(String name) {
        return lines(containers.remove(name), "    ");
    }

    /** Comments about capabilities in slots of a container. */
    String slots(Container container, long slot, long count) {
        TreeMap<Long, List<String>> all = slots.get(key(container));
        StringBuilder text = new StringBuilder();
        if (all != null) {
            all.subMap(slot, slot + count).values().forEach(comments -> text.append(lines(comments, "        ")));
        }
        return text.toString();
    }

    private static String key(Container container) {
        return container.decl().display(container.low());
    }

    /** Comments about the file, and about what was not asked for, such as a container without capabilities. */
    String rest() {
        List<String> rest = new ArrayList<>();
        objects.values().forEach(rest::addAll);
        containers.values().forEach(rest::addAll);
        mappings.values().forEach(rest::addAll);
        Collections.sort(rest);
        rest.addAll(0, head);
        return lines(rest, "");
    }

    private static String lines(List<String> comments, String indent) {
        StringBuilder text = new StringBuilder();
        if (comments != null) {
            comments.forEach(comment -> text.append(indent).append(comment).append('\n'));
        }
        return text.toString();
    }
}
