/** The Timeline view: a lane for each thread, a block for each kernel entry, coloured by what became of it. */
package dev.trapwalk.debug.ui.timeline;
