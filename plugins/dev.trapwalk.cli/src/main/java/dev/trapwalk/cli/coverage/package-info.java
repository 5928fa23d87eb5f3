/** {@code trapwalk coverage}: which of the kernel's decisions a set of scenarios takes. */
package dev.trapwalk.cli.coverage;
