/**
 * Logical structures: other ways to open a capability in the Variables view than by the fields of its words. All are
 * worked out from the stop state that the value belongs to.
 */
package dev.trapwalk.debug.core.structure;
