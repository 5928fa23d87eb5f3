/** {@code trapwalk graph}: a picture of who can reach what. */
package dev.trapwalk.cli.graph;
