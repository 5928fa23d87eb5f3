package dev.trapwalk.lang.ide.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.tests.LayoutGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who can reach what, in few nodes. */
class CapGraphTest {
    static final String LAYOUT = """
            arch x86_64
            objects {
                ep = ep  spare = notification
                client = tcb (prio: 100)  server = tcb (prio: 99)
                c_root = cnode (4 bits)  s_root = cnode (4 bits)
                c_space = pml4  buffer[64] = frame (4k)
                f1 = frame (4k)  f2 = frame (4k)  f3 = frame (4k)  f4 = frame (4k)
                pt = pt  pd = pd  pdpt = pdpt
            }
            caps {
                c_root { 1: ep (WGP, badge: 0x11)  2: client }
                s_root { 1: ep (R)  3: buffer[] (RW) }
                client { cspace: c_root (guard_size: 60)  vspace: c_space }
                server { cspace: s_root (guard_size: 60) }
                c_space { 0: pdpt }  pdpt { 0: pd }  pd { 0: pt }
                pt { 1: f1 (RW) 2: f2 (RW) 3: f3 (RW) 4: f4 (R) }
            }
            """;

    @Test
    void threadsHoldTheirCSpacesAndThoseHoldObjectsWithRights() {
        CapGraph graph = build(LAYOUT, null, "");
        assertThat(lines(graph)).contains("client -THREAD-> c_root: cspace", "c_root -GRANT-> ep: [1] WGP badge 0x11",
                "s_root -READ-> ep: [1] R", "c_root -WRITE-> client: [2]", "pdpt -MAPPING-> pd: ");
    }

    @Test
    void framesMappedAlikeAndArraysAreOneNodeEach() {
        CapGraph graph = build(LAYOUT, null, "");
        assertThat(labels(graph)).contains("3 \u00d7 frame", "f4", "buffer[64]").doesNotContain("f1");
        assertThat(lines(graph)).contains("pt -WRITE-> 3 \u00d7 frame: 3 caps RW", "pt -READ-> f4: [4] R",
                "s_root -WRITE-> buffer[64]: [3..66] RW");
    }

    @Test
    void aFoldedNodeIsTakenApartOnDemand() {
        CapGraph graph = build(LAYOUT, null, "", "alike:object:f1", "object:buffer", "object:buffer[0..39]");
        assertThat(labels(graph)).contains("f1", "f2", "f3", "buffer[0]", "buffer[39]", "buffer[40..63]");
        assertThat(graph.nodes()).filteredOn(node -> node.label().equals("f2"))
                .extracting(GraphNode::parent).containsExactly("alike:object:f1");
        assertThat(graph.objects()).isEqualTo(build(LAYOUT, null, "").objects());
    }

    @Test
    void aThreadsGraphIsWhatItCanReach() {
        assertThat(labels(build(LAYOUT, "server", ""))).containsExactlyInAnyOrder("server", "s_root", "ep",
                "buffer[64]");
        assertThat(labels(build(LAYOUT, "client", ""))).contains("3 \u00d7 frame", "ep")
                .doesNotContain("server", "spare");
        assertThat(build(LAYOUT, "nobody", "").nodes()).isEmpty();
    }

    @Test
    void anObjectsGraphHasEveryWayThatLeadsToIt() {
        assertThat(labels(build(LAYOUT, null, "f1"))).containsExactlyInAnyOrder("client", "c_root", "c_space", "pdpt",
                "pd", "pt", "f1");
        assertThat(labels(build(LAYOUT, null, "buffer[7]"))).containsExactlyInAnyOrder("server", "s_root",
                "buffer[7]");
        assertThat(labels(build(LAYOUT, null, "notification"))).containsExactly("spare");
        assertThat(labels(build(LAYOUT, "client", "buf*"))).isEmpty();
    }

    @Test
    void oneElementOfAnArrayIsShownOnItsOwnWhenAskedFor() {
        CapdlModel model = model(LAYOUT);
        GraphRequest request = Expansion.showing(model, GraphRequest.whole(),
                new ObjectRef(model.object("buffer"), 63));
        assertThat(labels(GraphBuilder.build(model, request))).contains("buffer[63]");
    }

    @Test
    void anArrayOfAHundredMillionCostsAsMuchAsOneObject() {
        CapGraph graph = build("arch ia32 objects { x[100000000] = frame (4k) c = cnode (28 bits) } "
                + "caps { c { x[] (R) } }", null, "", "object:x");
        assertThat(labels(graph)).contains("x[0..2559999]").hasSizeLessThanOrEqualTo(Fold.FAN + 2);
        assertThat(lines(graph)).contains("c -READ-> x[0..2559999]: [0..99999999] R");
        assertThat(build("arch ia32 objects { x[0] = frame (4k) }", null, "").nodes()).isEmpty();
    }

    @Test
    void tenThousandObjectsAreAtMostAPictureFull() {
        CapdlModel model = model(LayoutGenerator.layout(10_000, "x86_64", 7));
        CapGraph whole = GraphBuilder.build(model, GraphRequest.whole());
        assertThat(whole.nodes()).hasSizeBetween(5, GraphRequest.BUDGET);
        assertThat(whole.objects()).isEqualTo(model.counts().objects());
        assertThat(labels(whole)).anyMatch(label -> label.endsWith("\u00d7 address space"));
        assertThat(whole.edges()).noneMatch(edge -> edge.from().equals(edge.to()));
        Set<String> expanded = new HashSet<>();
        CapGraph graph = whole;
        for (int round = 0; round < 4; round++) {
            graph.nodes().stream().filter(GraphNode::expandable).map(GraphNode::id).forEach(expanded::add);
            graph = GraphBuilder.build(model, new GraphRequest(null, "", expanded, GraphRequest.BUDGET));
            assertThat(graph.nodes()).hasSizeLessThanOrEqualTo(GraphRequest.MOST_NODES);
            assertThat(graph.objects()).isEqualTo(whole.objects());
        }
        assertThat(graph.complete()).isFalse();
    }

    @Test
    void theKernelsOwnAuthoritiesAreNodes() {
        assertThat(lines(build("arch ia32 objects { c = cnode (4 bits) } caps { c { 4: irq_control } }", null, "")))
                .containsExactly("c -WRITE-> irq_control: [4]");
    }

    static CapGraph build(String text, String thread, String focus, String... expanded) {
        return GraphBuilder.build(model(text),
                new GraphRequest(thread, focus, Set.of(expanded), GraphRequest.BUDGET));
    }

    static CapdlModel model(String text) {
        return CapdlAnalysis.analyse(text, "case.cdl").model();
    }

    static List<String> labels(CapGraph graph) {
        return graph.nodes().stream().map(GraphNode::label).toList();
    }

    static List<String> lines(CapGraph graph) {
        return graph.edges().stream().map(edge -> graph.node(edge.from()).orElseThrow().label() + " -" + edge.kind()
                + "-> " + graph.node(edge.to()).orElseThrow().label() + ": " + edge.label()).toList();
    }
}
