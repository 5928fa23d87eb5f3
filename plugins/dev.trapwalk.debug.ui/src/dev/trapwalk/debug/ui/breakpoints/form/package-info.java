/**
 * Where a breakpoint looks, to be filled in: one small form per kind ({@link
 * dev.trapwalk.debug.ui.breakpoints.form.LocationForm}), with the names of the scenario and of the kernel to choose
 * from; and when it counts ({@link dev.trapwalk.debug.ui.breakpoints.form.WhenForm}).
 */
package dev.trapwalk.debug.ui.breakpoints.form;
