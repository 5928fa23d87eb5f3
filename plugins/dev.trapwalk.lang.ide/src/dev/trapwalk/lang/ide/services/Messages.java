package dev.trapwalk.lang.ide.services;

import java.util.ResourceBundle;

/** Texts of the language services, in {@code messages.properties} beside this class. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.trapwalk.lang.ide.services.messages");

    private Messages() {
    }

    /** The text for a number of things: {@code key.one} for one of them. */
    static String count(String key, int count) {
        return format(count == 1 ? key + ".one" : key, count);
    }

    /** The text for {@code key}, with <code>{0}</code>, <code>{1}</code> ... replaced by the arguments as they are. */
    public static String format(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
