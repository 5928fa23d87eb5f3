/** Content assist and hovers. */
package dev.trapwalk.lang.ui.assist;
