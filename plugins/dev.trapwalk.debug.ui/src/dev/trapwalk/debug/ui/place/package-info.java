/**
 * From view to view: a {@link dev.trapwalk.debug.ui.place.KernelPlace} selected in one can be shown in another, by the
 * commands {@code Show in ...}.
 */
package dev.trapwalk.debug.ui.place;
