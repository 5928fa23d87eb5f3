package dev.trapwalk.cli.coverage;

/** How coverage is reported. */
enum CoverageFormat {
    /** For people: each scenario, all of them, and what is missing. */
    text,
    /** Every decision of the functions that were entered, with its counts. */
    table,
    /** For tools: an LCOV trace file. */
    lcov
}
