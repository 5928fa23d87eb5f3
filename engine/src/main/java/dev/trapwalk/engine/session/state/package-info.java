/** What a stop looks like: {@link dev.trapwalk.engine.session.state.StopState} and all that can be read from it. */
package dev.trapwalk.engine.session.state;
