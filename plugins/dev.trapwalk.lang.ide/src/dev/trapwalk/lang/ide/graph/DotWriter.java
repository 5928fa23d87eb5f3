package dev.trapwalk.lang.ide.graph;

import java.util.stream.Collectors;

/** Writes a graph in the DOT language of Graphviz. The same nodes and edges as in the picture; every name is quoted. */
public final class DotWriter {

    private DotWriter() {
    }

    /** The graph as a text for {@code dot}. */
    public static String write(CapGraph graph) {
        StringBuilder out = new StringBuilder("digraph capabilities {\n    rankdir=LR;\n"
                + "    node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11];\n"
                + "    edge [fontname=\"sans-serif\", fontsize=9];\n");
        Palette palette = Palette.LIGHT;
        for (GraphNode node : graph.nodes()) {
            String text = node.label() + (node.detail().isEmpty() ? "" : "\n" + node.detail());
            out.append("    ").append(quoted(node.id())).append(" [label=").append(quoted(text))
                    .append(", color=\"").append(SvgWriter.hex(palette.of(node.type())))
                    .append("\", fillcolor=\"").append(SvgWriter.hex(palette.box()))
                    .append(node.expandable() ? "\", peripheries=2];\n" : "\"];\n");
        }
        for (GraphEdge edge : graph.edges()) {
            String colour = SvgWriter.hex(palette.of(edge.kind()));
            out.append("    ").append(quoted(edge.from())).append(" -> ").append(quoted(edge.to())).append(" [label=")
                    .append(quoted(edge.label())).append(", tooltip=").append(quoted(edge.lines()))
                    .append(", color=\"").append(colour).append("\", fontcolor=\"").append(colour).append('"')
                    .append(style(edge.kind())).append("];\n");
        }
        return out.append("}\n").toString();
    }

    private static String style(GraphEdge.Kind kind) {
        return switch (kind) {
            case READ -> ", style=dashed, arrowhead=empty";
            case MAPPING -> ", style=dotted";
            case GRANT -> ", penwidth=2.4";
            case THREAD -> ", weight=4";
            case WRITE -> "";
        };
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return escaped.lines().collect(Collectors.joining("\\n", "\"", "\""));
    }
}
