package dev.trapwalk.lang.model;

/** Numbers of objects, of filled slots, and of slots that have a parent in the derivation tree. */
public record Counts(long objects, long caps, long cdt) {
}
