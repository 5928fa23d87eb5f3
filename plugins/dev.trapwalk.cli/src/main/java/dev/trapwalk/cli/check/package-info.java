/** {@code trapwalk check}: one {@link dev.trapwalk.cli.check.Report} per output format. */
package dev.trapwalk.cli.check;
