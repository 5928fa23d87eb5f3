package dev.trapwalk.debug.ui.view;

import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/**
 * What a {@link LazyTree} shows at one stop.
 *
 * @param <N> a row; immutable
 */
public interface TreeContent<N> {

    /** The rows below a row, or the outermost ones for null. */
    List<N> children(N parent);

    /** Whether there are rows below; must be cheap. */
    boolean hasChildren(N row);

    /** What stays the same of a row from stop to stop, its place in the tree included. */
    Object key(N row);

    /** Text of a cell. */
    String text(N row, int column);

    /** Icon of a cell behind the first, or null. */
    Image image(N row, int column);

    /** Whether what a row shows changed; its marker stands before the first text. */
    ChangeMark mark(N row);

    /** Colour of a row's text, or null for the usual one. */
    default Color color(N row) {
        return null;
    }

    /** Whether a row's text is bold. */
    default boolean isBold(N row) {
        return false;
    }
}
