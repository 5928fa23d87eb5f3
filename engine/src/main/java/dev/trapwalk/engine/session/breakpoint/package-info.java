/**
 * Where and when to stop: {@link dev.trapwalk.engine.session.breakpoint.Breakpoint} and its {@link
 * dev.trapwalk.engine.session.breakpoint.Location}.
 */
package dev.trapwalk.engine.session.breakpoint;
