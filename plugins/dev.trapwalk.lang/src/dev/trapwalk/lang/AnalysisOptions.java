package dev.trapwalk.lang;

import java.util.Set;

/**
 * How to look at a file.
 *
 * @param profile who is going to read it
 * @param checks whether to run the checks; without them only syntax errors are reported
 * @param suppressed ids of checks that say nothing, in no file; syntax errors cannot be silenced
 */
public record AnalysisOptions(Profile profile, boolean checks, Set<String> suppressed) {

    /** The C loader's profile, all checks. */
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(Profile.LOADER, true, Set.of());

    public AnalysisOptions {
        suppressed = Set.copyOf(suppressed);
    }

    /** These options with another profile. */
    public AnalysisOptions withProfile(Profile other) {
        return new AnalysisOptions(other, checks, suppressed);
    }

    /** These options with other checks silenced. */
    public AnalysisOptions withSuppressed(Set<String> others) {
        return new AnalysisOptions(profile, checks, others);
    }
}
