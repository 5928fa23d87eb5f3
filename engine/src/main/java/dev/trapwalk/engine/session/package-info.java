/**
 * The debugger core: {@link dev.trapwalk.engine.session.Session} moves one machine through time, in both directions,
 * and publishes an immutable {@link dev.trapwalk.engine.session.state.StopState} at every stop. {@code CONTRACT.md}
 * beside this package is the page to read first; then {@link dev.trapwalk.engine.session.Command}, what can be asked
 * for.
 */
package dev.trapwalk.engine.session;
