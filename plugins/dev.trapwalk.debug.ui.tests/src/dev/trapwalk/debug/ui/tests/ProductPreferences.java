package dev.trapwalk.debug.ui.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.DefaultScope;

/** The defaults of our product: tests run on the platform's own, and pictures are to show what our users see. */
final class ProductPreferences {

    private ProductPreferences() {
    }

    static void apply() {
        Properties preferences = new Properties();
        try (InputStream in = Platform.getBundle("dev.trapwalk.ide").getEntry("plugin_customization.ini")
                .openStream()) {
            preferences.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        preferences.forEach((name, value) -> {
            int slash = name.toString().indexOf('/');
            DefaultScope.INSTANCE.getNode(name.toString().substring(0, slash))
                    .put(name.toString().substring(slash + 1), value.toString());
        });
    }
}
