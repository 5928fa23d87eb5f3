package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.state.Describer;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/**
 * What to show: a filter for the slots, and the CPtr to be walked with the number of its bits that count. Without a
 * CPtr the one that the system call names is walked, with all its bits.
 */
final class CSpaceBar extends Composite {

    private static final int WORD_BITS = 64;

    private final Text filter;
    private final Text cptr;
    private final Text depth;
    private long called;

    /** @param asked told when something else is to be shown */
    CSpaceBar(Composite parent, Runnable asked) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(2, 2).spacing(2, 0).applyTo(this);
        filter = field(Messages.filter, Messages.filterHint, 50, asked);
        cptr = field("", Messages.cptrHint, 60, asked); //$NON-NLS-1$
        depth = field(Messages.depth, Messages.depthHint, 30, asked);
    }

    private Text field(String message, String hint, int width, Runnable asked) {
        Text text = new Text(this, SWT.SINGLE | SWT.BORDER);
        text.setMessage(message);
        text.setToolTipText(hint);
        text.addModifyListener(event -> asked.run());
        GridDataFactory.fillDefaults().grab(true, false).hint(width, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    /** The CPtr that the system call names. */
    void called(long word) {
        called = word;
        String message = Messages.bind(Messages.cptrCalled, Describer.hex(word));
        if (!message.equals(cptr.getMessage())) {
            cptr.setMessage(message);
        }
    }

    /** As if a person had typed it. */
    void type(String word, int bits) {
        depth.setText(Integer.toString(bits));
        cptr.setText(word);
    }

    /** The CPtr to be walked; empty while the text is no number. */
    Optional<Long> word() {
        return cptr.getText().isBlank() ? Optional.of(called) : CptrText.cptr(cptr.getText());
    }

    /** Number of its bits that count; empty while the text is none. */
    Optional<Integer> bits() {
        return depth.getText().isBlank() ? Optional.of(WORD_BITS) : CptrText.depth(depth.getText());
    }

    /** What the slots shown have in common; blank for all of them. */
    String filter() {
        return filter.getText();
    }

    /** Shows all slots again. */
    void clearFilter() {
        filter.setText(""); //$NON-NLS-1$
    }

    /** Walks what the system call names again. */
    void clearWalk() {
        cptr.setText(""); //$NON-NLS-1$
        depth.setText(""); //$NON-NLS-1$
    }

    /** What is wrong with the input; empty if nothing is. Marks it red, too. */
    String problem() {
        cptr.setForeground(word().isPresent() ? null : Palette.ERROR.color());
        depth.setForeground(bits().isPresent() ? null : Palette.ERROR.color());
        return word().isEmpty() ? Messages.cptrWrong : bits().isEmpty() ? Messages.depthWrong : ""; //$NON-NLS-1$
    }
}
