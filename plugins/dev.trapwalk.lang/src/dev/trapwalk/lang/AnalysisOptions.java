package dev.trapwalk.lang;

/**
 * How to look at a file.
 *
 * @param profile who is going to read it
 * @param checks whether to run the checks; without them only syntax errors are reported
 */
public record AnalysisOptions(Profile profile, boolean checks) {

    /** The C loader's profile, all checks. */
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(Profile.LOADER, true);

    /** These options with another profile. */
    public AnalysisOptions withProfile(Profile other) {
        return new AnalysisOptions(other, checks);
    }
}
