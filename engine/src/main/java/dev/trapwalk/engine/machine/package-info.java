/**
 * The hardware: {@link dev.trapwalk.engine.machine.PhysicalMemory} holds every word of state,
 * {@link dev.trapwalk.engine.machine.Cpu} is the view of its registers. Nothing here knows seL4.
 */
package dev.trapwalk.engine.machine;
