package dev.trapwalk.lang.check;

import java.util.ResourceBundle;

/** Texts of diagnostics, in {@code messages.properties} beside this class. */
final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.trapwalk.lang.check.messages");

    private Messages() {
    }

    /** The text for {@code key} as it is, or null. */
    static String optional(String key) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : null;
    }

    /** The text for {@code key}, with <code>{0}</code>, <code>{1}</code> ... replaced by the arguments as they are. */
    static String format(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
