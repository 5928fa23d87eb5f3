/** Findings of the analysis as problem markers, and their quick fixes. */
package dev.trapwalk.lang.ui.marker;
