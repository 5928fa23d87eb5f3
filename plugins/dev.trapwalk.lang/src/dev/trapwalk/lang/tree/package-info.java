/**
 * Texts, their syntax trees and places in them; {@link dev.trapwalk.lang.tree.SourceTree} is the tour.
 *
 * <p>A text is parsed in pieces, so that a keystroke costs the parsing of one of them. {@link Cutter} finds the places where a
 * text may be cut, {@link PieceParser} parses what has changed, {@link Joined} makes the pieces look like one tree again.
 */
package dev.trapwalk.lang.tree;
