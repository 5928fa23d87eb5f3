/**
 * Which of the kernel's decisions a set of scenarios takes: {@link dev.trapwalk.debug.ui.coverage.CoverageHandler} has
 * them run in the background, the Search view lists what was taken and what is missing, and kernel listings are
 * coloured by the sum.
 */
package dev.trapwalk.debug.ui.coverage;
