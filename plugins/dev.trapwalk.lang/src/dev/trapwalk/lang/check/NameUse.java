package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.CdtNode;
import dev.trapwalk.lang.capdl.CdtSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.capdl.SlotRef;
import java.util.List;

/** Whether names of capabilities are used at all: only then the tool looks at any of them. */
final class NameUse {

    private NameUse() {
    }

    static boolean isThere(List<Section> sections) {
        return sections.stream().anyMatch(section -> section instanceof CapsSection caps
                && caps.getItems().stream().anyMatch(NameUse::uses)
                || section instanceof CdtSection cdt && cdt.getNodes().stream().anyMatch(NameUse::uses));
    }

    private static boolean uses(CapItem item) {
        return item.getBody() != null && item.getBody().getMappings().stream().anyMatch(NameUse::uses);
    }

    private static boolean uses(Mapping mapping) {
        return mapping.isCopy() || isName(mapping.getParent());
    }

    private static boolean uses(CdtNode node) {
        return isName(node.getSlot()) || node.getChildren().stream().anyMatch(NameUse::uses);
    }

    private static boolean isName(SlotRef slot) {
        return slot != null && slot.getCapName() != null;
    }
}
