/**
 * Content assist: what is legal at a place, nothing else. {@link dev.trapwalk.lang.ide.services.CompletionService}
 * asks.
 */
package dev.trapwalk.lang.ide.services.completion;
