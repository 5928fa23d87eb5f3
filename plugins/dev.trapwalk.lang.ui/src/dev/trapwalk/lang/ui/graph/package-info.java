/**
 * The Capability Graph view: {@link dev.trapwalk.lang.ui.graph.GraphView} follows the active layout, a
 * {@link dev.trapwalk.lang.ui.graph.GraphJob} makes its picture, {@link dev.trapwalk.lang.ui.graph.GraphCanvas} shows it.
 */
package dev.trapwalk.lang.ui.graph;
