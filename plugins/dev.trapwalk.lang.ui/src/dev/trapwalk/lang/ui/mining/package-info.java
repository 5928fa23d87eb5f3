/**
 * Lines and words that the editor shows between those of the file: "Debug", and slot numbers that the file leaves out.
 */
package dev.trapwalk.lang.ui.mining;
