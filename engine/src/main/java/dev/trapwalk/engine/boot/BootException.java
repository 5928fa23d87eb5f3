package dev.trapwalk.engine.boot;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** A layout cannot be booted: what is wrong, where the layout says so, and what to do. */
public final class BootException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SourcePlace source;

    /**
     * An exception with a message of the resource bundle {@code BootMessages}.
     *
     * @param source where the layout declares what is wrong
     * @param key of the message
     * @param arguments for the message
     */
    BootException(SourcePlace source, String key, Object... arguments) {
        super(MessageFormat.format(text(key), arguments));
        this.source = source;
    }

    /** A text of the resource bundle. */
    static String text(String key) {
        return ResourceBundle.getBundle(BootException.class.getPackageName() + ".BootMessages").getString(key);
    }

    /** Where the layout declares what is wrong; {@link SourcePlace#NONE} when that has no place. */
    public SourcePlace source() {
        return source;
    }
}
