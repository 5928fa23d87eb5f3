/** Layouts written in other forms: canonical capDL, Graphviz, and the difference between two of them. */
package dev.trapwalk.lang.export;
