/**
 * Questions about a scenario that nobody debugs: {@link dev.trapwalk.debug.core.analysis.PrivateRun} runs a session of
 * its own, unseen, and ends it.
 */
package dev.trapwalk.debug.core.analysis;
