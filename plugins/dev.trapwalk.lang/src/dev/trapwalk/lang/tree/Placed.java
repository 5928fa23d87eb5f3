package dev.trapwalk.lang.tree;

/**
 * A piece at its place in a text.
 *
 * @param start where it starts in the text
 * @param base what to add to an offset in the piece's source to get one in the text
 */
record Placed(Piece piece, int start, int base) {
}
