/**
 * From plain records ({@link dev.trapwalk.engine.boot.Scenario}) to a booted machine, by real system calls of a root
 * task.
 */
package dev.trapwalk.engine.boot;
