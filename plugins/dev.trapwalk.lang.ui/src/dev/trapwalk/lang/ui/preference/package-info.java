/** Preferences of the editors: {@link dev.trapwalk.lang.ui.preference.ProfilePreference} and the page that shows it. */
package dev.trapwalk.lang.ui.preference;
