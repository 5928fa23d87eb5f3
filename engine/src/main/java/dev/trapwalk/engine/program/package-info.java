/**
 * User mode: the programs of threads as lowered {@link dev.trapwalk.engine.program.Statement}s, and what executes
 * them.
 */
package dev.trapwalk.engine.program;
