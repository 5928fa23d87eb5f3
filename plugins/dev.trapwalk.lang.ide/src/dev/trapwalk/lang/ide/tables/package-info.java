/**
 * A layout as tables: {@link dev.trapwalk.lang.ide.tables.CSpaceTable} of a thread's slots and
 * {@link dev.trapwalk.lang.ide.tables.AddressSpaceTable} of its memory. Ranges are one row each, filled or empty.
 */
package dev.trapwalk.lang.ide.tables;
