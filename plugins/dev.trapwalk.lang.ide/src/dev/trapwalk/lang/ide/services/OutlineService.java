package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.capdl.ArchSection;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.CdtSection;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.walk.Program;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The structure of a file: sections, objects (nested as untypeds cover them), containers, programs. */
public final class OutlineService {

    /** The outline, sections first to last. */
    public List<DocumentSymbol> outline(AnalysedDocument document) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (Section section : document.tree().withAllTokens().module().getSections()) {
            DocumentSymbol symbol = section(document, section);
            if (symbol != null) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    private static DocumentSymbol section(AnalysedDocument document, Section section) {
        if (section instanceof ArchSection arch) {
            return symbol(document, "arch " + name(arch.getName()), "", SymbolKind.Constant, arch, arch, List.of());
        }
        if (section instanceof ObjectsSection objects) {
            return symbol(document, "objects", Messages.count("outline.objects", objects.getEntries().size()),
                    SymbolKind.Namespace, objects, objects, entries(document, objects.getEntries()));
        }
        if (section instanceof CapsSection caps) {
            List<DocumentSymbol> items = caps.getItems().stream().map(item -> container(document, item)).toList();
            return symbol(document, "caps", Messages.count("outline.caps", items.size()), SymbolKind.Namespace, caps,
                    caps, items);
        }
        if (section instanceof Orphan orphan) {
            return orphan.getEntry() == null ? null : entry(document, orphan.getEntry());
        }
        if (section instanceof Program program) {
            return symbol(document, "program " + text(program.getThread()),
                    Messages.count("outline.program", program.getStatements().size()), SymbolKind.Function, program,
                    program.getThread(), List.of());
        }
        String title = section instanceof CdtSection ? "cdt" : section instanceof IrqSection ? "irq maps"
                : section instanceof DomainsSection ? "domains" : null;
        return title == null ? null
                : symbol(document, title, "", SymbolKind.Namespace, section, section, List.of());
    }

    private static List<DocumentSymbol> entries(AnalysedDocument document, List<ObjectEntry> entries) {
        return entries.stream().map(entry -> entry(document, entry)).toList();
    }

    private static DocumentSymbol entry(AnalysedDocument document, ObjectEntry entry) {
        NameRef last = entry.getPath().isEmpty() ? null : entry.getPath().get(entry.getPath().size() - 1);
        boolean declaration = entry.getObject() != null;
        String type = declaration ? name(entry.getObject().getType()) : Messages.format("outline.covered");
        List<DocumentSymbol> children = declaration && entry.getObject().getBody() != null
                ? entries(document, entry.getObject().getBody().getEntries()) : List.of();
        return symbol(document, text(last), type, kind(document, last), entry, last, children);
    }

    private static DocumentSymbol container(AnalysedDocument document, CapItem item) {
        int count = item.getBody() == null ? 0 : item.getBody().getMappings().size();
        String detail = item.getBody() == null ? Messages.format("outline.capName")
                : Messages.count("outline.slots", count);
        return symbol(document, text(item.getContainer()), detail, kind(document, item.getContainer()), item,
                item.getContainer(), List.of());
    }

    private static DocumentSymbol symbol(AnalysedDocument document, String title, String detail, SymbolKind kind,
            EObject element, EObject name, List<DocumentSymbol> children) {
        Range range = range(document, element);
        Range selection = name == element || name == null ? new Range(range.getStart(), range.getStart())
                : range(document, name);
        return new DocumentSymbol(title.isEmpty() ? "?" : title, kind, range, selection, detail, children);
    }

    private static Range range(AnalysedDocument document, EObject element) {
        INode node = document.tree().node(element);
        if (node == null) {
            return document.text().range(0, 0);
        }
        int start = document.tree().offset(node);
        return document.text().range(start, document.tree().end(element) - start);
    }

    /** The kind whose usual icon fits an object best; the Eclipse outline has icons of its own. */
    static SymbolKind kind(ObjectDecl decl) {
        if (decl == null || decl.type() == null) {
            return SymbolKind.Variable;
        }
        return switch (decl.type()) {
            case TCB, VCPU -> SymbolKind.Class;
            case EP -> SymbolKind.Interface;
            case NOTIFICATION -> SymbolKind.Event;
            case CNODE, ASID_POOL -> SymbolKind.Array;
            case UT -> SymbolKind.Package;
            case FRAME -> SymbolKind.File;
            case PT, PD, PDPT, PML4, PUD, PGD, IO_PT -> SymbolKind.Struct;
            case IRQ, IOAPIC_IRQ, MSI_IRQ, ARM_IRQ, ARM_SGI_SIGNAL -> SymbolKind.Key;
            default -> SymbolKind.Object;
        };
    }

    private static SymbolKind kind(AnalysedDocument document, NameRef ref) {
        return kind(ref == null || ref.getName() == null ? null : document.model().object(ref.getName()));
    }

    private static String text(NameRef ref) {
        INode node = ref == null ? null : NodeModelUtils.getNode(SourceTree.withTokens(ref));
        return node == null ? "" : NodeModelUtils.getTokenText(node);
    }

    private static String name(String name) {
        return name == null ? "" : name;
    }
}
