/** Commands that change text: rename, format, quick fixes. All edits come from the services. */
package dev.trapwalk.lang.ui.edit;
