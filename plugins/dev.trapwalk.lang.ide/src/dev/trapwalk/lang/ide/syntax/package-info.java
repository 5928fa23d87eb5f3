/**
 * What can be said about a text at every keystroke, also while it makes no sense: its tokens and what each is for.
 * {@link dev.trapwalk.lang.ide.syntax.Syntax} is the place to start. Meaning comes from the analysis.
 */
package dev.trapwalk.lang.ide.syntax;
