/**
 * The capability graph of a layout: who can reach what. {@link dev.trapwalk.lang.ide.graph.GraphBuilder} is the tour.
 * It knows no user interface; the Graph view and the command line draw what it gives.
 */
package dev.trapwalk.lang.ide.graph;
