package dev.trapwalk.lang.ui.compare;

import dev.trapwalk.lang.export.LayoutDiff;
import dev.trapwalk.lang.ui.ObjectIcons;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;

/**
 * One side of a difference.
 *
 * @param name what the tree shows
 * @param text what the text compare below shows; null for a group
 */
record Side(String name, LayoutDiff.Kind kind, String text) implements ITypedElement, IEncodedStreamContentAccessor {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Image getImage() {
        return kind == LayoutDiff.Kind.OBJECT ? ObjectIcons.of(SymbolKind.Object, null)
                : ObjectIcons.of(kind == LayoutDiff.Kind.CPTR ? SymbolKind.Class : SymbolKind.Property, null);
    }

    @Override
    public String getType() {
        return text == null ? FOLDER_TYPE : TEXT_TYPE;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream((text == null ? "" : text).getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }
}
