package dev.trapwalk.lang;

/** How bad a diagnostic is. An error under the default profile is something that the capDL tool rejects too. */
public enum Severity {
    ERROR, WARNING, INFO;

    /** The word used in reports: {@code error}, {@code warning}, {@code info}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
