package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.Holdings.Holding;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.Rights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.nodemodel.INode;

/** Where a name is used, and for an object: who holds a capability to it. */
public final class ReferenceService {

    /** All places where the name at {@code position} stands. */
    public List<Location> references(AnalysedDocument document, Position position, boolean declaration) {
        Symbol symbol = Symbol.at(document, position);
        if (symbol == null || !symbol.kind().isNamed()) {
            return List.of();
        }
        return symbol.occurrences(document.text()).stream()
                .filter(token -> declaration || !Symbol.isDeclaration(document.text(), token))
                .map(token -> new Location(document.uri(), symbol.range(document.text(), token))).toList();
    }

    /** Who holds capabilities to the object at {@code position}, by thread; empty when there is no object. */
    public List<HolderGroup> holders(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        ObjectDecl decl = symbol == null || symbol.kind() != Symbol.Kind.OBJECT ? null
                : document.model().object(symbol.name());
        if (decl == null) {
            return List.of();
        }
        Map<String, List<HolderGroup.Entry>> groups = new LinkedHashMap<>();
        for (Holding holding : Holdings.of(document.model(), decl)) {
            String thread = holding.thread() == null ? Messages.format("holders.nobody") : holding.thread().toString();
            groups.computeIfAbsent(thread, key -> new ArrayList<>()).add(entry(document, holding));
        }
        return groups.entrySet().stream().map(group -> new HolderGroup(group.getKey(), group.getValue())).toList();
    }

    private static HolderGroup.Entry entry(AnalysedDocument document, Holding holding) {
        CapAttributes attributes = holding.run().attributes();
        String slot = holding.node() + "[" + Numerals.slot(holding.slot()) + "]";
        String address = holding.thread() == null ? "" : Numerals.hex(holding.address());
        String cptr = holding.mapped() ? "" : address;
        String rights = attributes.rights() == 0 ? "" : Rights.toString(attributes.rights());
        String badge = attributes.badge() == null ? "" : "0x" + attributes.badge().toString(16);
        StringJoiner label = new StringJoiner("  ");
        label.add(String.valueOf(holding.run().targets().get(holding.slot() - holding.run().slot())));
        if (!rights.isEmpty()) {
            label.add(rights);
        }
        if (!badge.isEmpty()) {
            label.add(Messages.format("holders.badge", badge));
        }
        label.add(address.isEmpty() ? Messages.format("holders.in", slot)
                : Messages.format(holding.mapped() ? "holders.mapped" : "holders.at", slot, address));
        INode node = document.tree().node(holding.run().source());
        Location location = node == null ? null
                : new Location(document.uri(), document.range(node));
        return new HolderGroup.Entry(label.toString(), slot, cptr, holding.depth(), rights, badge, location);
    }
}
