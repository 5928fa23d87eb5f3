package dev.trapwalk.lang.ide.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trapwalk.lang.tests.LayoutGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures have places for everything, and others can read them. */
class GraphFilesTest {
    private static final String NASTY = "arch ia32 objects { a-b.c@d = ep c = cnode (4 bits) f = frame (4k, "
            + "fill: [{0 4096 CDL_FrameFill_FileData \"a<&>\\b\" 0}]) } "
            + "caps { c { 1: a-b.c@d (RWG, badge: 7) 2: f (R) 3: c } }";

    @TempDir
    private Path folder;

    @Test
    void boxesDoNotOverlapAndLinesEndAtThem() {
        Picture picture = place(CapGraphTest.build(CapGraphTest.LAYOUT, null, ""));
        assertThat(picture.boxes()).hasSameSizeAs(picture.graph().nodes());
        for (Picture.Box box : picture.boxes()) {
            assertThat(picture.boxes()).filteredOn(other -> other != box && other.x() < box.x() + box.width()
                    && box.x() < other.x() + other.width() && other.y() < box.y() + box.height()
                    && box.y() < other.y() + other.height()).isEmpty();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(picture.width());
        }
        for (Picture.Line line : picture.lines()) {
            Picture.Point end = line.points().get(line.points().size() - 1);
            assertThat(picture.boxes()).filteredOn(box -> box.contains(end.x(), end.y()))
                    .extracting(box -> box.node().id()).contains(line.edge().to());
        }
    }

    @Test
    void aThreadStandsLeftOfItsCSpaceAlsoWhenThatHoldsTheThread() {
        Picture picture = place(CapGraphTest.build(CapGraphTest.LAYOUT, null, ""));
        assertThat(x(picture, "client")).isLessThan(x(picture, "c_root"));
        assertThat(x(picture, "c_root")).isLessThan(x(picture, "ep"));
    }

    @Test
    void anSvgIsWellFormedAndEveryBoxAndLineHasATitle() throws Exception {
        for (String layout : new String[] {CapGraphTest.LAYOUT, NASTY, "arch ia32"}) {
            Picture picture = place(CapGraphTest.build(layout, null, ""));
            Document svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(SvgWriter.write(picture).getBytes(StandardCharsets.UTF_8)));
            NodeList groups = svg.getElementsByTagName("g");
            assertThat(groups.getLength()).isEqualTo(picture.boxes().size() + picture.lines().size());
            for (int i = 0; i < groups.getLength(); i++) {
                assertThat(((Element) groups.item(i)).getElementsByTagName("title").item(0).getTextContent())
                        .isNotBlank();
            }
        }
    }

    @Test
    void graphvizReadsWhatIsWritten() throws Exception {
        assertThat(DotWriter.write(CapGraphTest.build(NASTY, null, "")))
                .contains("\"object:c\" -> \"object:a-b.c@d\" [label=\"[1] RWG badge 0x7\"");
        assumeTrue(isInstalled("dot"), "Graphviz is not installed: its reading of DOT is not tested");
        String large = LayoutGenerator.layout(2_000, "aarch64", 3);
        for (String layout : new String[] {CapGraphTest.LAYOUT, NASTY, "arch ia32", large}) {
            CapGraph graph = CapGraphTest.build(layout, null, "");
            String drawn = dot(DotWriter.write(graph));
            assertThat(drawn.split("class=\"node\"", -1)).hasSize(graph.nodes().size() + 1);
            assertThat(drawn.split("class=\"edge\"", -1)).hasSize(graph.edges().size() + 1);
        }
    }

    @Test
    void everythingMeansOneNodeForEachDeclaration() {
        CapGraph graph = GraphBuilder.build(CapGraphTest.model(CapGraphTest.LAYOUT), GraphRequest.everything());
        assertThat(graph.nodes()).hasSize(CapGraphTest.model(CapGraphTest.LAYOUT).objects().size());
    }

    @Test
    void aPictureOfAFullyExpandedLayoutIsStillLaidOut() {
        var model = CapGraphTest.model(LayoutGenerator.layout(10_000, "x86_64", 7));
        CapGraph graph = GraphBuilder.build(model, new GraphRequest(null, "", Set.of(), GraphRequest.MOST_NODES));
        Picture picture = place(graph);
        assertThat(picture.boxes()).hasSizeLessThanOrEqualTo(GraphRequest.MOST_NODES);
        assertThat(picture.width()).isPositive();
    }

    private static Picture place(CapGraph graph) {
        return GraphLayout.place(graph, TextWidths::sans, () -> false);
    }

    private static double x(Picture picture, String label) {
        return picture.boxes().stream().filter(box -> box.node().label().equals(label)).findFirst().orElseThrow().x();
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "-V").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String dot(String graph) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("graph.dot"), graph);
        Path out = folder.resolve("graph.svg");
        Path errors = folder.resolve("errors.txt");
        int exit = new ProcessBuilder("dot", "-Tsvg", "-o", out.toString(), in.toString())
                .redirectError(errors.toFile()).start().waitFor();
        assertThat(exit).as(Files.readString(errors)).isZero();
        return Files.readString(out);
    }
}
