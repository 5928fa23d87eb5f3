package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.state.Describer;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What to show: a filter for the slots, and the CPtr to be walked with the number of its bits that count. */
final class CSpaceBar extends Composite {

    private static final int WORD_BITS = 64;

    private final Text filter;
    private final Text cptr;
    private final Text depth;
    private boolean following = true;
    private boolean setting;

    /** @param asked told when something else is to be shown */
    CSpaceBar(Composite parent, Runnable asked) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(2, 2).spacing(4, 0).applyTo(this);
        filter = new Text(this, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter);
        filter.setToolTipText(Messages.filterHint);
        filter.addModifyListener(event -> asked.run());
        GridDataFactory.fillDefaults().grab(true, false).hint(40, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(filter);
        cptr = field(Messages.cptr, Messages.cptrHint, asked);
        GridDataFactory.fillDefaults().grab(true, false).hint(40, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(cptr);
        depth = field(Messages.depth, Messages.depthHint, asked);
        GridDataFactory.fillDefaults().hint(24, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(depth);
        setDepth(WORD_BITS);
    }

    private Text field(String label, String hint, Runnable asked) {
        new Label(this, SWT.NONE).setText(label);
        Text text = new Text(this, SWT.BORDER);
        text.setToolTipText(hint);
        text.addModifyListener(event -> {
            if (!setting) {
                following = false;
                asked.run();
            }
        });
        return text;
    }

    private void setDepth(int bits) {
        setting = true;
        depth.setText(Integer.toString(bits));
        setting = false;
    }

    /** From now on shows the CPtr of the system call, from this one on. */
    void follow() {
        following = true;
        setDepth(WORD_BITS);
    }

    /** The system call's CPtr is another one. */
    void called(long word) {
        String text = Describer.hex(word);
        if (following && !cptr.getText().equals(text)) {
            setting = true;
            cptr.setText(text);
            setting = false;
        }
    }

    /** As if a person had typed it. */
    void type(String word, int bits) {
        setDepth(bits);
        cptr.setText(word);
    }

    /** The CPtr to be walked; empty while it is no number. */
    Optional<Long> word() {
        return CptrText.cptr(cptr.getText());
    }

    /** Number of its bits that count; empty while it is none. */
    Optional<Integer> bits() {
        return CptrText.depth(depth.getText());
    }

    /** What the slots shown have in common; blank for all of them. */
    String filter() {
        return filter.getText();
    }

    /** Shows all slots again. */
    void clearFilter() {
        filter.setText(""); //$NON-NLS-1$
    }

    /** Says what is wrong with the input, if something is. */
    void check() {
        cptr.setForeground(word().isPresent() ? null : Palette.ERROR.color());
        depth.setForeground(bits().isPresent() ? null : Palette.ERROR.color());
        cptr.setToolTipText(word().isPresent() ? Messages.cptrHint : Messages.cptrWrong);
        depth.setToolTipText(bits().isPresent() ? Messages.depthHint : Messages.depthWrong);
    }

    /** What is wrong with the input; empty if nothing is. */
    String problem() {
        return word().isEmpty() ? Messages.cptrWrong : bits().isEmpty() ? Messages.depthWrong : ""; //$NON-NLS-1$
    }
}
