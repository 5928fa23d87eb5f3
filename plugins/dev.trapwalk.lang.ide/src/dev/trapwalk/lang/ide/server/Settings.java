package dev.trapwalk.lang.ide.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.Profile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The client's settings: {@code {"profile": "rust", "suppressed": ["E08"]}}, alone or inside of {@code "trapwalk"}. What is not
 * given stays as it is.
 */
final class Settings {
    /** The name under which clients keep them. */
    static final String SECTION = "trapwalk";

    private Settings() {
    }

    /** Whether anything is set: many clients send an empty object to say that they want to be asked. */
    static boolean isThere(JsonElement settings) {
        return settings.isJsonObject() && !settings.getAsJsonObject().isEmpty();
    }

    /** {@code options} as {@code settings} want them; {@code complain} is told what makes no sense. */
    static AnalysisOptions apply(JsonElement settings, AnalysisOptions options, Consumer<String> complain) {
        if (settings == null || !settings.isJsonObject()) {
            return options;
        }
        JsonObject object = settings.getAsJsonObject();
        if (object.get(SECTION) instanceof JsonObject inner) {
            object = inner;
        }
        return suppressed(object.get("suppressed"), profile(object.get("profile"), options, complain), complain);
    }

    private static AnalysisOptions profile(JsonElement setting, AnalysisOptions options, Consumer<String> complain) {
        if (setting == null || setting.isJsonNull()) {
            return options;
        }
        String keyword = setting instanceof JsonPrimitive primitive ? primitive.getAsString() : setting.toString();
        Optional<Profile> profile = Profile.of(keyword);
        if (profile.isEmpty()) {
            complain.accept(Messages.format("profile.unknown", keyword));
        }
        return profile.map(options::withProfile).orElse(options);
    }

    private static AnalysisOptions suppressed(JsonElement setting, AnalysisOptions options, Consumer<String> complain) {
        if (setting == null || setting.isJsonNull()) {
            return options;
        }
        if (!(setting instanceof JsonArray list)) {
            complain.accept(Messages.format("suppressed.unknown", setting));
            return options;
        }
        Set<String> ids = new HashSet<>();
        for (JsonElement id : list) {
            if (id instanceof JsonPrimitive primitive && primitive.getAsString().matches("[A-Z]\\d\\d")) {
                ids.add(primitive.getAsString());
            } else {
                complain.accept(Messages.format("suppressed.unknown", id));
            }
        }
        return options.withSuppressed(ids);
    }
}
