/** The Eclipse debug model over an engine session: launch, breakpoints, source lookup. No user interface. */
package dev.trapwalk.debug.core;
