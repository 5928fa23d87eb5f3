package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.export.LayoutDiff;
import dev.trapwalk.lang.export.XmlWriter;
import dev.trapwalk.lang.json.Converted;
import dev.trapwalk.lang.json.JsonExport;
import dev.trapwalk.lang.json.JsonImport;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whatever form a layout is written in, it means the same. */
class RoundTripPropertyTest {

    @Property(tries = 300)
    void canonicalTextIsTheSameLayoutAndItsOwnCanonicalText(@ForAll long seed) {
        Analysis original = accepted(RandomLayout.of(seed));
        String canonical = CanonicalWriter.write(original.model());
        Analysis again = accepted(canonical);
        assertThat(again.model().counts()).isEqualTo(original.model().counts());
        assertThat(LayoutDiff.between(original.model(), again.model())).as(canonical).isEmpty();
        assertThat(CanonicalWriter.write(again.model())).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void jsonKeepsALayoutThatItCanSay(@ForAll long seed) {
        Analysis original = accepted(RandomLayout.forJson(seed));
        Converted json = JsonExport.write(original.model());
        assertThat(json.notes()).isEmpty();
        Converted back = JsonImport.read(json.text(), null);
        assertThat(back.notes()).isEmpty();
        assertThat(back.text()).isEqualTo(CanonicalWriter.write(original.model()));
    }

    @Property(tries = 300)
    void whateverIsLostInJsonIsSaid(@ForAll long seed) {
        Analysis original = accepted(RandomLayout.of(seed));
        Converted json = JsonExport.write(original.model());
        Converted back = JsonImport.read(json.text(), null);
        assertThat(back.text()).as(back.notes().toString()).isNotNull();
        boolean same = back.text().equals(CanonicalWriter.write(original.model()));
        assertThat(same || !json.notes().isEmpty() || !back.notes().isEmpty()).as(json.text() + back.text()).isTrue();
    }

    @Property(tries = 100)
    void xmlHasAnElementForEveryObjectAndEveryCapability(@ForAll long seed) throws Exception {
        Analysis original = accepted(RandomLayout.of(seed));
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(XmlWriter.write(original.model()))));
        assertThat(xml.getElementsByTagName("object").getLength()).isEqualTo((int) original.model().counts().objects());
        assertThat(xml.getElementsByTagName("cap").getLength()).isEqualTo((int) original.model().counts().caps());
        assertThat(xml.getElementsByTagName("cdtRelation").getLength())
                .isEqualTo((int) original.model().counts().cdt());
    }

    private static Analysis accepted(String text) {
        Analysis analysis = CapdlAnalysis.analyse(text, "random.cdl");
        assertThat(analysis.hasErrors()).as(text + analysis.diagnostics()).isFalse();
        return analysis;
    }
}
