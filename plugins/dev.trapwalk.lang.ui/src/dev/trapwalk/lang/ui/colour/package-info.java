/**
 * Colours by meaning. The colours themselves are theme definitions, for light and dark, and can be changed by the
 * user.
 */
package dev.trapwalk.lang.ui.colour;
