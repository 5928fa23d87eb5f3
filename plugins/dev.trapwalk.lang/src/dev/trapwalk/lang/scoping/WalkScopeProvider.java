package dev.trapwalk.lang.scoping;

/** Nothing of its own: names are found by the semantic model, which keeps arrays as intervals. */
public class WalkScopeProvider extends AbstractWalkScopeProvider {
}
