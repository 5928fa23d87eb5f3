/**
 * Stepping scripts: commands and what comes of them, as text. {@link dev.trapwalk.engine.session.script.ScriptRunner}
 * is the tour. The same scripts run against a session and against whatever front end brings a {@link
 * dev.trapwalk.engine.session.script.Stage}.
 */
package dev.trapwalk.engine.session.script;
