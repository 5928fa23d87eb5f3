package dev.trapwalk.debug.ui.word;

import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.WordLayout;
import java.util.List;
import java.util.Optional;

/**
 * A word read in one way.
 *
 * @param title what it is, for people
 * @param layout how it is read
 * @param word its bits
 * @param address where it is kept; empty if nowhere
 */
record WordReading(String title, WordLayout layout, long word, Optional<Long> address) {

    /** Its parts, highest bit first. */
    List<WordLayout.Part> parts(ChangeMarks marks) {
        return layout.read(marks.now(), word);
    }

    /** Whether some bits were different; a word that is kept nowhere has no past. */
    ChangeMark mark(ChangeMarks marks, WordLayout.Part part) {
        if (address.isEmpty()) {
            return ChangeMark.NONE;
        }
        long mask = (part.bits() == Long.SIZE ? -1 : (1L << part.bits()) - 1) << part.low();
        if (marks.before() != null && ((marks.before().read(address.get()) ^ word) & mask) != 0) {
            return ChangeMark.BY_STEP;
        }
        return marks.stop() != null && ((marks.stop().read(address.get()) ^ word) & mask) != 0 ? ChangeMark.SINCE_STOP
                : ChangeMark.NONE;
    }

    /** As a bare number. */
    String hex() {
        return String.format("0x%016x", word); //$NON-NLS-1$
    }
}
