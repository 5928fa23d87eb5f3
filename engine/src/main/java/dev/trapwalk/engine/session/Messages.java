package dev.trapwalk.engine.session;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The session's texts for people, from the bundle {@code messages} beside this class. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(Messages.class.getPackageName()
            + ".messages");

    private Messages() {
    }

    /** The text with that key, its {0}, {1} ... filled in as they are, without number formatting. */
    public static String get(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return MessageFormat.format(BUNDLE.getString(key), texts);
    }

    /** What a failure says, or what it is if it says nothing. */
    public static String of(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
