package dev.trapwalk.lang.tree;

/**
 * A place where a text may be cut: between two entries of a section.
 *
 * @param offset where the second entry begins
 * @param block the section
 * @param before where the first entry begins
 */
record Cut(int offset, Block block, int before) {
}
