package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.SlotPlace;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Writes a layout as XML with the elements that the capDL tool's {@code --xml} has ({@code model}, {@code objects},
 * {@code untypedCovers}, {@code cdt}, {@code domains}; its {@code capdl.dtd}). Every object and every slot has an element of
 * its own.
 *
 * <p>What the tool leaves out is there as well: all parameters of an object and of a capability, as capDL writes them, in the
 * attribute {@code params}, and interrupt numbers in an element {@code irqMaps}. A physical address that is not given is no
 * attribute, where the tool writes 0. Numbers are decimal, as the tool's are.
 */
public final class XmlWriter {

    private final CapdlModel model;
    private final XmlElements xml;

    private XmlWriter(CapdlModel model, XmlElements xml) {
        this.model = model;
        this.xml = xml;
    }

    /** The layout as XML. Programs of a scenario are not part of it. */
    public static String write(CapdlModel model) {
        StringWriter out = new StringWriter();
        try {
            XmlElements xml = new XmlElements(out);
            new XmlWriter(model, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private void write() throws XMLStreamException {
        xml.start("model", "arch", model.arch().keyword());
        objects();
        covers();
        irqs();
        cdt();
        DomainXml.write(model.module(), xml);
        xml.end();
    }

    private void objects() throws XMLStreamException {
        xml.start("objects");
        for (ObjectDecl decl : model.objects().stream().filter(decl -> decl.type() != null)
                .sorted(Comparator.comparing(ObjectDecl::name)).toList()) {
            for (long n = 0; n < decl.count(); n++) {
                object(new ObjectRef(decl, decl.isArray() ? n : ObjectDecl.SCALAR));
            }
        }
        xml.end();
    }

    private void object(ObjectRef object) throws XMLStreamException {
        Container container = model.container(object);
        String[] attributes = XmlNames.attributes(object);
        if (container == null || container.runs().isEmpty()) {
            xml.empty("object", attributes);
            return;
        }
        xml.start("object", attributes);
        for (CapRun run : container.runs()) {
            for (long n = 0; n < run.count(); n++) {
                String[] cap = XmlNames.attributes(run, n);
                if (cap != null) {
                    xml.empty("cap", cap);
                }
            }
        }
        xml.end();
    }

    private void covers() throws XMLStreamException {
        Map<ObjectRef, Set<String>> covered = new LinkedHashMap<>();
        for (Cover cover : model.covers()) {
            Set<String> names = covered.computeIfAbsent(cover.untyped(), untyped -> new LinkedHashSet<>());
            for (long n = 0; n < cover.objects().count(); n++) {
                names.add(cover.objects().get(n).toString());
            }
        }
        xml.start("untypedCovers");
        for (Map.Entry<ObjectRef, Set<String>> cover : covered.entrySet()) {
            xml.start("cover", "untyped", cover.getKey().toString());
            xml.start("covered");
            for (String name : cover.getValue()) {
                xml.empty("id", "id", name);
            }
            xml.end();
            xml.end();
        }
        xml.end();
    }

    private void irqs() throws XMLStreamException {
        List<IrqEntry> known = model.irqs().stream().filter(entry -> entry.targets() != null)
                .sorted(Comparator.comparingLong(IrqEntry::irq)).toList();
        if (!known.isEmpty()) {
            xml.start("irqMaps");
            for (IrqEntry entry : known) {
                for (long n = 0; n < entry.count(); n++) {
                    xml.empty("irq", "number", Long.toString(entry.irq() + n), "id", entry.targets().get(n).toString());
                }
            }
            xml.end();
        }
    }

    private void cdt() throws XMLStreamException {
        xml.start("cdt");
        for (CdtEdge edge : model.cdt()) {
            SlotPlace child = edge.child();
            for (long object = child.low(); object <= child.high(); object++) {
                for (long slot = 0; slot < child.count(); slot++) {
                    xml.empty("cdtRelation", "child", place(child, object, child.slot() + slot), "parent",
                            place(edge.parent(), edge.parent().low(), edge.parent().slot()));
                }
            }
        }
        xml.end();
    }

    private static String place(SlotPlace place, long object, long slot) {
        return "(" + (place.decl() == null ? place.container() : place.decl().display(object)) + ", " + slot + ")";
    }
}
