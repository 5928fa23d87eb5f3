/** From a name to where it comes from (F3, Ctrl+click), and from file names to files. */
package dev.trapwalk.lang.ui.link;
