package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The line above the picture: which thread, which objects. */
final class GraphFilter {
    /** Milliseconds after the last key before the picture is made anew. */
    private static final int PAUSE = 250;

    private final Composite bar;
    private final Combo thread;
    private final Text words;
    private final Label said;
    private final Runnable changed;
    private List<String> threads = List.of();

    GraphFilter(Composite parent, Runnable changed) {
        this.changed = changed;
        bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 2;
        bar.setLayout(layout);
        new Label(bar, SWT.NONE).setText(Messages.Graph_Thread);
        thread = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        thread.setItems(Messages.Graph_AllThreads);
        thread.select(0);
        thread.setToolTipText(Messages.Graph_ThreadTip);
        GridData wide = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        wide.widthHint = 180;
        thread.setLayoutData(wide);
        thread.addListener(SWT.Selection, event -> changed.run());
        words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Messages.Graph_Filter);
        words.setToolTipText(Messages.Graph_FilterTip);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        said = new Label(bar, SWT.NONE);
        Runnable typed = this::typed;
        words.addListener(SWT.Modify, event -> words.getDisplay().timerExec(PAUSE, typed));
    }

    private void typed() {
        if (!words.isDisposed()) {
            changed.run();
        }
    }

    /** The chosen thread, or null for all. */
    String thread() {
        return thread.getSelectionIndex() <= 0 ? null : thread.getText();
    }

    String words() {
        return words.getText();
    }

    /** Chooses a thread; null for all. */
    void setThread(String name) {
        thread.select(name == null ? 0 : Math.max(0, thread.indexOf(name)));
        changed.run();
    }

    void setWords(String text) {
        words.setText(text);
        changed.run();
    }

    /** Offers the threads of a layout, and keeps the chosen one as long as it exists. */
    void offer(List<String> names) {
        if (!names.equals(threads)) {
            String chosen = thread();
            threads = names;
            thread.setItems(names.toArray(String[]::new));
            thread.add(Messages.Graph_AllThreads, 0);
            thread.select(chosen == null ? 0 : Math.max(0, thread.indexOf(chosen)));
        }
    }

    /** Says how much the picture shows. */
    void say(String text) {
        said.setText(text);
        said.setToolTipText(text);
        bar.layout();
    }
}
