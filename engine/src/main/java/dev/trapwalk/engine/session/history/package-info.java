/** Going back: the journal of overwritten words, and the picture of memory that stops share. */
package dev.trapwalk.engine.session.history;
