package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.HitCount.Relation;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** Which hits count: all, or those of a number. */
final class HitCountInput {

    private static final List<Relation> RELATIONS = List.of(Relation.EQUAL, Relation.AT_LEAST, Relation.EVERY);

    private final Combo relation;
    private final Spinner count;

    HitCountInput(Composite page, Runnable changed) {
        new Label(page, SWT.NONE).setText(Messages.hitCount);
        Composite row = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(Choice.INDENT, 0).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        relation = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
        relation.setItems(Messages.hitsAll, Messages.hitsEqual, Messages.hitsAtLeast, Messages.hitsEvery);
        count = new Spinner(row, SWT.BORDER);
        count.setValues(1, 1, Integer.MAX_VALUE, 0, 1, 10);
        GridDataFactory.swtDefaults().hint(90, SWT.DEFAULT).applyTo(count);
        show(""); //$NON-NLS-1$
        relation.addListener(SWT.Selection, event -> {
            count.setEnabled(relation.getSelectionIndex() > 0);
            changed.run();
        });
        count.addListener(SWT.Modify, event -> changed.run());
    }

    void show(String text) {
        HitCount hits = HitCount.parse(text).orElse(HitCount.ALL);
        boolean all = hits.equals(HitCount.ALL);
        relation.select(all ? 0 : RELATIONS.indexOf(hits.relation()) + 1);
        count.setSelection((int) Math.min(hits.count(), Integer.MAX_VALUE));
        count.setEnabled(!all);
    }

    String text() {
        int chosen = relation.getSelectionIndex();
        return chosen <= 0 ? "" //$NON-NLS-1$
                : new HitCount(RELATIONS.get(chosen - 1), count.getSelection()).toString();
    }
}
