package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.swt.widgets.Display;

/**
 * When to draw what a stop has changed. What is drawn first after a rest is painted at once, and whatever comes after
 * it a sixtieth of a second later. A step within a function changes little: what is drawn at once has that sixtieth
 * begin early, and all else is ready when it is over. Where a machine stops in another function, what the editor has
 * to show keeps the user interface thread for most of that time: then all is drawn together with it, and painted once.
 */
public final class Together {

    /** A source that is not shown within so many milliseconds is not waited for. */
    private static final int LATEST = 25;

    /** User interface thread only. */
    private static final List<Runnable> WAITING = new ArrayList<>();

    /** Neither the frame nor its machine is held. */
    private static WeakReference<WalkStackFrame> shown = new WeakReference<>(null);
    /** Whether a source was shown for the last stop elsewhere: none is while a frame of another thread is selected. */
    private static boolean follows = true;

    private static final Runnable GIVE_UP = () -> {
        if (!WAITING.isEmpty()) {
            follows = false;
            drawWaiting();
        }
    };

    private Together() {
    }

    /** Draws soon on the user interface thread; called on any thread. */
    public static void soon(Display display, Runnable draw) {
        display.asyncExec(() -> draw(draw));
    }

    /** Draws now, or soon; called on the user interface thread. */
    static void draw(Runnable draw) {
        if (!follows || !stoppedElsewhere()) {
            draw.run();
            return;
        }
        if (WAITING.isEmpty()) {
            Display.getCurrent().timerExec(LATEST, GIVE_UP);
        }
        WAITING.add(draw);
    }

    /** The source of a frame is shown now: draws all that waited for it. */
    public static void show(WalkStackFrame frame) {
        shown = new WeakReference<>(frame);
        follows = true;
        drawWaiting();
    }

    private static void drawWaiting() {
        List<Runnable> now = List.copyOf(WAITING);
        WAITING.clear();
        now.forEach(draw -> SafeRunner.run(draw::run));
    }

    /** Whether a machine stands in another frame than the one whose source was shown last. */
    static boolean stoppedElsewhere() {
        WalkStackFrame before = shown.get();
        WalkDebugTarget target = before == null ? null : before.getDebugTarget();
        return target != null && target.isSuspended()
                && !target.enteredThread().map(WalkThread::getTopStackFrame).map(before::equals).orElse(true);
    }
}
