/**
 * What a session needs of a machine: {@link dev.trapwalk.engine.session.target.Target}. Small, so that a test can fake
 * it.
 */
package dev.trapwalk.engine.session.target;
