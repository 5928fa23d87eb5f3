package dev.trapwalk.debug.core.launch;

import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.SessionEvent.Output;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** The lines printed last and where in time that was, so that a line of the console leads back to its system call. */
public final class PrintedLines {

    /** About as many as a console keeps. */
    private static final int MOST = 10_000;

    private final Deque<Output> lines = new ArrayDeque<>();

    synchronized void add(Output line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /**
     * When a line was printed.
     *
     * @param text the line
     * @param later how many equal lines were printed after it
     */
    public synchronized Optional<Mark> mark(String text, int later) {
        int left = later;
        for (Iterator<Output> newest = lines.descendingIterator(); newest.hasNext();) {
            Output line = newest.next();
            if (line.text().strip().equals(text) && left-- == 0) {
                return Optional.of(line.mark());
            }
        }
        return Optional.empty();
    }
}
