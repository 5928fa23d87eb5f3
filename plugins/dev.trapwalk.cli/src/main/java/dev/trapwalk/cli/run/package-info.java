/** {@code trapwalk run}: the walk of a scenario as text, for people without a display and for scripts. */
package dev.trapwalk.cli.run;
