/**
 * Documents as an editor has them: text, lines, tokens, and the last analysis. {@link
 * dev.trapwalk.lang.ide.document.Documents}
 * is the place to start.
 */
package dev.trapwalk.lang.ide.document;
