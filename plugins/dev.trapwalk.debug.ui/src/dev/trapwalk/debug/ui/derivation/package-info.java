/**
 * Where a capability came from, what was derived from it, and who holds one like it:
 * {@link dev.trapwalk.debug.ui.derivation.DerivationView}.
 */
package dev.trapwalk.debug.ui.derivation;
