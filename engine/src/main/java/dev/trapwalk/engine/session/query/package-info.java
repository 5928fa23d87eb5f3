/**
 * Answers: why not the fastpath, why this error, where a capability came from, what changed. Each is data worked out
 * from immutable pictures, by any thread, with a text in plain words, and points to the mark that decided.
 */
package dev.trapwalk.engine.session.query;
