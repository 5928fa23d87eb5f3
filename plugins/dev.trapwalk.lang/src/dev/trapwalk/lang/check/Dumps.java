package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.ArchSection;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.CdtSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.DumpRuns;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;

/**
 * E26: files whose first line is {@code -- Dump}. The tool reads them with another parser (its DumpParser), which knows three sections
 * in one order and plain names, and takes addresses and interrupts from the names: {@code ep@0xe0010}, {@code irqhandler@0x21}.
 */
final class Dumps implements Check {
    private static final List<Class<? extends Section>> SECTIONS =
            List.of(ArchSection.class, ObjectsSection.class, CapsSection.class, CdtSection.class);
    private static final Pattern ADDRESS = Pattern.compile("(?s)(?:(?!@0x).)*@0x[0-9a-fA-F].*");

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        if (!isDump(context)) {
            return;
        }
        List<Section> sections = context.model().module().getSections();
        if (!context.errors().any()) {
            sections(context, sections);
        }
        for (Section section : sections) {
            if (section instanceof ObjectsSection objects) {
                objects.getEntries().forEach(entry -> object(context, entry));
            } else if (section instanceof CapsSection caps) {
                caps.getItems().forEach(item -> item(context, item));
            }
        }
        names(context);
        DumpUntypeds.check(context);
    }

    private static boolean isDump(CheckContext context) {
        return DumpRuns.isDump(context.text());
    }

    /** Whether an object's name says which interrupt it handles. */
    static boolean isHandler(CheckContext context, ObjectDecl decl) {
        return decl.name().startsWith("irqhandler@") && isDump(context);
    }

    private static void sections(CheckContext context, List<Section> sections) {
        for (int i = 0; i < Math.max(sections.size(), SECTIONS.size()); i++) {
            if (i >= sections.size() || i >= SECTIONS.size() || !SECTIONS.get(i).isInstance(sections.get(i))) {
                if (!sections.isEmpty()) {
                    report(context, sections.get(Math.min(i, sections.size() - 1)), "E26.dumpSections");
                }
                return;
            }
        }
    }

    private static void object(CheckContext context, ObjectEntry entry) {
        NameRef name = entry.getPath().isEmpty() ? null : entry.getPath().get(0);
        if (name != null && (entry.getPath().size() > 1 || name.isIndexed())
                || entry.getObject() != null && entry.getObject().getBody() != null) {
            report(context, entry, "E26.dumpObject");
        }
    }

    private static void item(CheckContext context, CapItem item) {
        if (item.getSlot() != null) {
            report(context, item, "E26.dumpName");
        }
        plain(context, item.getContainer());
        if (item.getBody() != null) {
            for (Mapping mapping : item.getBody().getMappings()) {
                if (mapping.isCopy() || mapping.getSource() != null) {
                    report(context, mapping, "E26.dumpName");
                } else {
                    plain(context, mapping.getRef());
                }
            }
        }
    }

    private static void plain(CheckContext context, NameRef name) {
        if (name != null && name.isIndexed()) {
            report(context, name, "E26.dumpObject");
        }
    }

    /** The tool reads an address only when it looks for untypeds, or compares two objects that may be one array. */
    private static void names(CheckContext context) {
        List<ObjectDecl> objects = List.copyOf(context.model().objects());
        boolean untyped = false;
        for (int i = 0; i < objects.size(); i++) {
            ObjectDecl decl = objects.get(i);
            untyped |= decl.is(ObjectType.UT);
            boolean read = untyped || i > 0 && areAlike(objects.get(i - 1), decl)
                    || i + 1 < objects.size() && areAlike(decl, objects.get(i + 1)) || isHandler(context, decl);
            if (read && isAddressed(decl) && !ADDRESS.matcher(decl.name()).matches()) {
                context.report(Severity.WARNING, decl.nameRef(), Literals.NAME_REF__NAME, Fix.NONE, "E26.dumpAddress", decl.name());
            } else if (isHandler(context, decl) && decl.type() != null && !decl.isIrqNode()) {
                context.report(Severity.WARNING, decl.nameRef(), Literals.NAME_REF__NAME, Fix.NONE, "E26.dumpHandler", decl.name(),
                        decl.type().keyword());
            }
        }
    }

    private static boolean areAlike(ObjectDecl one, ObjectDecl other) {
        return isAddressed(one) && isAddressed(other) && one.type() == other.type();
    }

    private static boolean isAddressed(ObjectDecl decl) {
        return decl.name().indexOf('@') >= 0;
    }

    private static void report(CheckContext context, EObject at, String key) {
        context.report(Severity.WARNING, at, null, Fix.NONE, key);
    }
}
