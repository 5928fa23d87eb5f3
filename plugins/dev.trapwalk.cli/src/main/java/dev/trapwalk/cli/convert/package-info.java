/** {@code trapwalk convert} and {@code trapwalk diff}: layouts in other forms, and two layouts compared by meaning. */
package dev.trapwalk.cli.convert;
