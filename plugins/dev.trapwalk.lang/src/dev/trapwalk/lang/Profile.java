package dev.trapwalk.lang;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who is going to read the file: decides which findings are errors, and which further rules hold. */
public enum Profile {
    /** The capDL tool and the C loader: errors are what the tool rejects. */
    LOADER("loader"),
    /** The Rust initialiser: also what makes it fail at start. */
    RUST("rust", "E04", "E08", "E13"),
    /** The verified initialiser: its well-formedness conditions hold too. */
    VERIFIED("verified", "E04", "E06", "E07", "E08", "E13"),
    /** The simulated machine: also what it cannot boot. */
    SIMULATOR("simulator", "E04", "E08", "E13");

    private final String keyword;
    private final Set<String> escalated;

    Profile(String keyword, String... escalated) {
        this.keyword = keyword;
        this.escalated = Set.of(escalated);
    }

    /** The profile's name on the command line and in settings. */
    public String keyword() {
        return keyword;
    }

    /** Severity of a finding of check {@code id}. */
    public Severity severity(String id, Severity usual) {
        return usual == Severity.WARNING && escalated.contains(id) ? Severity.ERROR : usual;
    }

    /** The profile called {@code keyword}. */
    public static Optional<Profile> of(String keyword) {
        return EnumSet.allOf(Profile.class).stream().filter(profile -> profile.keyword.equals(keyword)).findFirst();
    }
}
