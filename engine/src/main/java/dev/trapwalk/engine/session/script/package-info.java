/**
 * Stepping scripts: commands and what comes of them, as text. {@link dev.trapwalk.engine.session.script.ScriptRunner}
 * is the tour. The same scripts run against a session and against whatever front end brings an {@link
 * dev.trapwalk.engine.session.script.Actor}.
 */
package dev.trapwalk.engine.session.script;
