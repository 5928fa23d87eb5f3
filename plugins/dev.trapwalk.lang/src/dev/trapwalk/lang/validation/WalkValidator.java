package dev.trapwalk.lang.validation;

/** Nothing of its own: all checks are those of {@link dev.trapwalk.lang.CapdlAnalysis}, for every front end alike. */
public class WalkValidator extends AbstractWalkValidator {
}
