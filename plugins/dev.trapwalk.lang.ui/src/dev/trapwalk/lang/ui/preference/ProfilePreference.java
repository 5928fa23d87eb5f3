package dev.trapwalk.lang.ui.preference;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.ide.document.Analyser;
import org.eclipse.jface.preference.IPreferenceStore;

/** The profile by which layouts are checked, as the user sets it; a change is seen in all files, open or not. */
public final class ProfilePreference {
    /** Its value is a {@link Profile#keyword()}. */
    public static final String KEY = "profile";

    private ProfilePreference() {
    }

    /**
     * Sets the profile of {@code analyser}, now and whenever the preference changes.
     *
     * @param changed looks at everything again
     */
    public static void follow(IPreferenceStore store, Analyser analyser, Runnable changed) {
        store.setDefault(KEY, Profile.LOADER.keyword());
        set(store, analyser);
        store.addPropertyChangeListener(event -> {
            if (event.getProperty().equals(KEY)) {
                set(store, analyser);
                changed.run();
            }
        });
    }

    private static void set(IPreferenceStore store, Analyser analyser) {
        Profile.of(store.getString(KEY))
                .ifPresent(profile -> analyser.setOptions(analyser.options().withProfile(profile)));
    }
}
