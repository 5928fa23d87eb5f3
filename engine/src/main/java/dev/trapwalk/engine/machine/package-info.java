/**
 * The hardware: {@link dev.trapwalk.engine.machine.PhysicalMemory} holds every word of state,
 * {@link dev.trapwalk.engine.machine.Cpu} is the view of the processor's registers,
 * {@link dev.trapwalk.engine.machine.Mmu} translates user addresses for
 * {@link dev.trapwalk.engine.machine.UserMode}, and {@link dev.trapwalk.engine.machine.Devices} raise interrupts.
 * Nothing here knows seL4.
 */
package dev.trapwalk.engine.machine;
