package dev.trapwalk.debug.ui.tests;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Answers dialogs that hold up whoever opens them. */
final class Dialogs {

    private static final int LOOK_MILLIS = 300;
    /** A minute; who comes later is not meant. */
    private static final int LOOKS = 200;

    private Dialogs() {
    }

    /**
     * Does something with the next dialog of a kind as soon as it can be seen, and has been long enough to be drawn.
     * Other shells that come up meanwhile, such as a tool tip, are left alone.
     */
    static void whenOpen(Class<? extends Window> kind, Consumer<Shell> work) {
        look(kind, work, LOOKS);
    }

    private static void look(Class<? extends Window> kind, Consumer<Shell> work, int looks) {
        Display.getCurrent().timerExec(LOOK_MILLIS, () -> Stream.of(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && kind.isInstance(shell.getData())).findFirst()
                .ifPresentOrElse(shell -> answer(shell, work), () -> {
                    if (looks > 0) {
                        look(kind, work, looks - 1);
                    }
                }));
    }

    /** Who waits for a dialog shall not wait for ever because of what went wrong in it. */
    private static void answer(Shell dialog, Consumer<Shell> work) {
        try {
            work.accept(dialog);
        } catch (RuntimeException | Error wrong) {
            dialog.close();
            throw wrong;
        }
    }
}
