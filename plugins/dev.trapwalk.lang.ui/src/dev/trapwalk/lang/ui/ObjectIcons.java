package dev.trapwalk.lang.ui;

import dev.trapwalk.lang.ide.graph.TypeIcons;
import dev.trapwalk.lang.model.ObjectType;
import java.util.Set;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;

/** The small icons of object types: one look each, wherever an object is shown. To be asked on the UI thread. */
public final class ObjectIcons {
    /** Icons of what is no object; those of objects lie with the services, which draw them too. */
    private static final Set<String> OURS = Set.of("cap", "program", "section");

    private ObjectIcons() {
    }

    /** The icon of a type; that of an object in general for null. */
    public static Image of(ObjectType type) {
        return image(TypeIcons.name(type));
    }

    /** The icon of an outline symbol. */
    public static Image of(SymbolKind kind, String detail) {
        ObjectType type = detail == null ? null : ObjectType.of(detail);
        return type != null ? of(type) : image(switch (kind) {
            case Namespace, Constant -> "section";
            case Function -> "program";
            case Property -> "cap";
            case Class -> "tcb";
            case Interface -> "ep";
            case Event -> "notification";
            case Array -> "cnode";
            case Package -> "ut";
            case File -> "frame";
            case Struct -> "table";
            case Key -> "irq";
            default -> "object";
        });
    }

    private static Image image(String name) {
        ImageRegistry registry = LangUi.get().getImageRegistry();
        if (registry.get(name) == null) {
            String bundle = OURS.contains(name) ? LangUi.ID : "dev.trapwalk.lang.ide";
            ImageDescriptor descriptor = ResourceLocator
                    .imageDescriptorFromBundle(bundle, TypeIcons.path(name))
                    .orElseGet(ImageDescriptor::getMissingImageDescriptor);
            registry.put(name, descriptor);
        }
        return registry.get(name);
    }
}
