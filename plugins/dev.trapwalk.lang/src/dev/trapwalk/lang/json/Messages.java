package dev.trapwalk.lang.json;

import java.util.ResourceBundle;

/** Texts of notes, in {@code messages.properties} beside this class. */
final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.trapwalk.lang.json.messages");

    private Messages() {
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
