/**
 * The language of conditions, watches and log messages: typed, free of side effects, in seL4's own names. Compiled
 * once by {@link dev.trapwalk.engine.session.expression.Compiler} into closures over the machine's words.
 */
package dev.trapwalk.engine.session.expression;
