package dev.trapwalk.cli.check;

/** The forms of {@code --format}. */
enum Format {
    text(new TextReport()), json(new JsonReport()), sarif(new SarifReport());

    private final Report report;

    Format(Report report) {
        this.report = report;
    }

    Report report() {
        return report;
    }
}
