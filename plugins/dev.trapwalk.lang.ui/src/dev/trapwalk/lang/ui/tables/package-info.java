/** The views CSpace Slots and Address Space: tables of the layout in the active editor. */
package dev.trapwalk.lang.ui.tables;
