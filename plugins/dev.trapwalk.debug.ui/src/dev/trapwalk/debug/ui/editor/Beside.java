package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.program.SourceRange;

/**
 * What stands beside a statement.
 *
 * @param source where the statement stands
 * @param kind what it tells
 * @param text in words
 */
public record Beside(SourceRange source, Kind kind, String text) {

    /** What is told; sign and colour belong together. */
    public enum Kind {
        /** What a statement gave. */
        RESULT("\u2192 ", Palette.FAINT), //$NON-NLS-1$
        /** A system call was refused. */
        ERROR("\u2192 ", Palette.ERROR), //$NON-NLS-1$
        /** An expectation holds. */
        MET("\u2713 ", Palette.FAST), //$NON-NLS-1$
        /** An expectation does not hold. */
        FAILED("\u2717 ", Palette.ERROR), //$NON-NLS-1$
        /** An expectation was not reached yet. */
        OPEN("\u25CB ", Palette.FAINT), //$NON-NLS-1$
        /** A thread waits here. */
        WAITING("\u2026 ", Palette.SLOW); //$NON-NLS-1$

        private final String sign;
        private final Palette colour;

        Kind(String sign, Palette colour) {
            this.sign = sign;
            this.colour = colour;
        }

        /** Its colour. */
        public Palette colour() {
            return colour;
        }
    }

    /** Sign and text. */
    public String label() {
        return kind.sign + text;
    }
}
