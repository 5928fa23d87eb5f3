/** {@code trapwalk format}: the editor's formatter on the command line. */
package dev.trapwalk.cli.format;
