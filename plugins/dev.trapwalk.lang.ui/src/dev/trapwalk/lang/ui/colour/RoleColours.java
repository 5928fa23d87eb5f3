package dev.trapwalk.lang.ui.colour;

import dev.trapwalk.lang.ide.syntax.Role;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** How each role looks. Colour is never alone: declarations are bold, rights and types differ in style too. */
final class RoleColours {
    private static final String PREFIX = "dev.trapwalk.lang.ui.";

    private final Map<Role, TextAttribute> attributes = new EnumMap<>(Role.class);

    /** Whether a changed theme property means other colours. */
    boolean isAffectedBy(String property) {
        return property.startsWith(PREFIX) || property.equals("CHANGE_CURRENT_THEME");
    }

    /** Forgets colours that may have changed. */
    void reset() {
        attributes.clear();
    }

    /** The look of a role; null for plain text. */
    TextAttribute of(Role role) {
        return attributes.computeIfAbsent(role, RoleColours::attribute);
    }

    private static TextAttribute attribute(Role role) {
        return switch (role) {
            case COMMENT -> look("comment", SWT.ITALIC);
            case NUMBER, SLOT_NUMBER -> look("number", SWT.NORMAL);
            case STRING -> look("string", SWT.NORMAL);
            case KEYWORD -> look("keyword", SWT.BOLD);
            case TYPE, ARCH, C_TYPE -> look("type", SWT.NORMAL);
            case OBJECT_DECLARATION, VARIABLE_DECLARATION -> look("object", SWT.BOLD);
            case OBJECT, VARIABLE -> look("object", SWT.NORMAL);
            case CAP_DECLARATION -> look("capability", SWT.BOLD);
            case CAP -> look("capability", SWT.NORMAL);
            case RIGHTS -> look("rights", SWT.BOLD);
            case PARAMETER, SLOT -> look("parameter", SWT.NORMAL);
            case VALUE, CONSTANT -> look("constant", SWT.ITALIC);
            case FUNCTION -> look("function", SWT.NORMAL);
            case NONE -> null;
        };
    }

    private static TextAttribute look(String name, int style) {
        ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return new TextAttribute(registry.get(PREFIX + name), null, style);
    }
}
