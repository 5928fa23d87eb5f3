package dev.trapwalk.cli.run;

/** How much of a walk is printed. */
enum Detail {
    /** Kernel functions only. */
    functions,
    /** Functions, and every check and branch with its outcome. */
    checks,
    /** Every kernel point with its operands. */
    points
}
