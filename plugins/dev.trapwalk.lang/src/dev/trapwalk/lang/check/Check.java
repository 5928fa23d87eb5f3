package dev.trapwalk.lang.check;

/**
 * One rule, or a small family of rules with one id. Checks have no state: everything they need is in the context.
 *
 * <p>To add a rule: implement this, add it to {@link CheckRunner#CHECKS}, write its texts into
 * {@code messages.properties}, and add an example that fires and one that does not to {@code check-examples.txt} of the
 * tests.
 */
interface Check {

    /** Stable id, {@code E01} .. {@code E26}. */
    String id();

    /** Looks at a file and reports what it finds. */
    void check(CheckContext context);
}
