package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes who holds a capability to what as a Graphviz graph. One node per declaration, so that an array of a thousand frames is
 * one node; one edge per pair of nodes, labelled with the capabilities.
 */
public final class DotWriter {

    private static final int MOST_LABELS = 6;

    private DotWriter() {
    }

    /** The graph in the DOT language; every name and label is quoted. */
    public static String write(CapdlModel model) {
        StringBuilder out = new StringBuilder("digraph capabilities {\n    rankdir=LR;\n    node [shape=box];\n");
        model.objects().stream().filter(decl -> decl.type() != null).sorted(Comparator.comparing(ObjectDecl::name))
                .forEach(decl -> out.append("    ").append(quoted(decl.name())).append(" [label=")
                        .append(quoted(decl + "\n" + decl.type().keyword())).append("];\n"));
        edges(model).forEach((ends, labels) -> out.append("    ").append(quoted(ends.from())).append(" -> ")
                .append(quoted(ends.to())).append(" [label=").append(quoted(shortened(labels))).append("];\n"));
        return out.append("}\n").toString();
    }

    private static Map<Ends, Labels> edges(CapdlModel model) {
        Map<Ends, Labels> edges = new LinkedHashMap<>();
        for (List<Container> parts : model.containers()) {
            for (Container container : parts) {
                for (CapRun run : container.runs()) {
                    ObjectSpan targets = run.targets();
                    if (targets != null) {
                        edges.computeIfAbsent(new Ends(container.decl().name(), targets.decl().name()),
                                ends -> new Labels()).add(run);
                    }
                }
            }
        }
        return edges;
    }

    private static String shortened(Labels labels) {
        return labels.text + (labels.count > MOST_LABELS ? "\n... " + labels.count : "");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private record Ends(String from, String to) {
    }

    private static final class Labels {

        private final StringBuilder text = new StringBuilder();
        private int count;

        void add(CapRun run) {
            if (count++ < MOST_LABELS) {
                text.append(text.isEmpty() ? "" : "\n").append("0x").append(Long.toHexString(run.slot()))
                        .append(run.count() > 1 ? "..0x" + Long.toHexString(run.lastSlot()) : "")
                        .append(CapTexts.params(run));
            }
        }
    }
}
