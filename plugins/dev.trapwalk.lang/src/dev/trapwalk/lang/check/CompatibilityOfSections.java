package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.ArchSection;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.CdtNode;
import dev.trapwalk.lang.capdl.CdtSection;
import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Arch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** E26: the architecture, sections and separators as the tool does not want them. */
final class CompatibilityOfSections implements Check {
    private static final Map<String, String> OTHER_ARCHS = Map.of("aarch32", "arm11", "arm", "arm11", "x86", "ia32",
            "x64", "x86_64", "amd64", "x86_64", "riscv64", "riscv", "arm64", "aarch64");

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        List<Section> sections = context.model().module().getSections();
        arch(context, sections);
        boolean unbraced = false;
        for (Section section : sections) {
            if (section instanceof ObjectsSection objects) {
                unbraced |= header(context, objects, objects.isBraced());
                entries(context, objects.getEntries(), false);
            } else if (section instanceof CapsSection caps) {
                unbraced |= header(context, caps, caps.isBraced());
            } else if (section instanceof CdtSection cdt) {
                cdt.getNodes().forEach(node -> node(context, node, 0));
            } else if (section instanceof IrqSection irqs) {
                blank(context, irqs, "irq", "maps", "E26.irqMaps");
            } else if (section instanceof DomainsSection domains) {
                domains.getItems().forEach(item -> units(context, item));
            } else if (section instanceof Orphan orphan) {
                orphan(context, orphan, unbraced);
            }
        }
    }

    private static void arch(CheckContext context, List<Section> sections) {
        boolean first = true;
        int archs = 0;
        for (Section section : sections) {
            if (section instanceof ArchSection arch && arch.getName() != null) {
                archs++;
                if (Arch.of(arch.getName()).isEmpty()) {
                    String other = OTHER_ARCHS.get(arch.getName().toLowerCase());
                    context.report(Severity.ERROR, arch, Literals.ARCH_SECTION__NAME,
                            other == null ? Fix.NONE : Fix.replace(other), "E26.archName", arch.getName(),
                            String.join(", ", Arrays.stream(Arch.values()).map(Arch::keyword).toList()));
                } else if (!first) {
                    context.error(arch, null, "E26.archPlace");
                }
            }
            first = false;
        }
        if (archs == 0) {
            context.report(Severity.ERROR, 0, 1, Fix.insert(0, "arch x86_64\n\n"), "E26.noArch");
        }
        if (!context.errors().any() && sections.size() <= 1 && archs == 1) {
            context.error(sections.get(0), null, "E26.noSection");
        }
    }

    private static boolean header(CheckContext context, Section section, boolean braced) {
        if (!braced && !context.errors().any()) {
            context.report(Severity.WARNING, section, null, Fix.NONE, "E26.braces");
        }
        return !braced;
    }

    private static void entries(CheckContext context, List<ObjectEntry> entries, boolean nested) {
        for (ObjectEntry entry : entries) {
            if (entry.getSeparator() != null && (!nested || entry.getSeparator().equals(";"))) {
                context.report(Severity.WARNING, entry, Literals.OBJECT_ENTRY__SEPARATOR,
                        nested ? Fix.replace(",") : Fix.remove(), "E26.separator", entry.getSeparator());
            }
            if (entry.getObject() == null && (!nested || entry.getPath().size() > 1)) {
                missingType(context, entry);
            }
            if (entry.getObject() != null && entry.getObject().getBody() != null) {
                entries(context, entry.getObject().getBody().getEntries(), true);
            }
        }
    }

    private static void missingType(CheckContext context, ObjectEntry entry) {
        if (!context.errors().any() || !context.errors().inLineOf(context.node(entry, null))) {
            context.error(entry, null, "E26.noType");
        }
    }

    private static void orphan(CheckContext context, Orphan orphan, boolean unbraced) {
        if (context.errors().any()) {
            return;
        }
        if (orphan.getEntry() != null && !unbraced) {
            context.error(orphan.getEntry(), null, "E26.orphan");
        }
    }

    private static void node(CheckContext context, CdtNode node, int depth) {
        if (depth > 0 && node.isNested()) {
            context.report(Severity.WARNING, node.getSlot(), null, Fix.NONE, "E26.nestedCdt");
        } else if (depth == 0 && !node.isNested() && !context.errors().any()) {
            context.error(node, null, "E26.cdtNoChildren");
        }
        if (node.getSeparator() != null && (depth == 0 || node.getSeparator().equals(","))) {
            context.report(Severity.WARNING, node, Literals.CDT_NODE__SEPARATOR, Fix.remove(), "E26.separator",
                    node.getSeparator());
        }
        node.getChildren().forEach(child -> node(context, child, depth + 1));
    }

    private static void units(CheckContext context, DomainItem item) {
        for (DomainEntry entry : item.getEntries()) {
            if (entry.getUnit() != null && Set.of("ticks", "us").contains(entry.getUnit())) {
                context.report(Severity.INFO, entry, Literals.DOMAIN_ENTRY__UNIT, Fix.remove(), "E26.domainUnit",
                        entry.getUnit());
            } else if (entry.getUnit() != null) {
                context.error(entry, Literals.DOMAIN_ENTRY__UNIT, "E26.domainUnitWrong", entry.getUnit());
            }
        }
    }

    /** Between two words the tool wants exactly one blank. */
    static void blank(CheckContext context, EObject element, String first, String second, String key) {
        ILeafNode before = null;
        for (ILeafNode leaf : context.node(element, null).getLeafNodes()) {
            if (leaf.isHidden()) {
                continue;
            }
            if (before != null && before.getText().equals(first) && leaf.getText().equals(second)) {
                int start = context.tree().offset(before);
                int end = context.tree().end(leaf);
                if (!context.text().substring(start, end).equals(first + " " + second)) {
                    context.report(Severity.WARNING, start, end - start, Fix.replace(first + " " + second), key);
                }
                return;
            }
            before = leaf;
        }
    }
}
