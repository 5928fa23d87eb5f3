/** Text fields for the expressions of the session: checked while they are written, with content assist. */
package dev.trapwalk.debug.ui.expression;
