package dev.trapwalk.engine.boot;

import java.util.List;

/**
 * The objects and capabilities that a machine starts with: capDL as plain records.
 *
 * @param objects in order of creation
 * @param caps in order of creation: a parent stands before its children
 * @param domainSchedule the domain schedule, empty for the kernel's own
 * @param irqs interrupt lines bound to IRQ objects
 */
public record Layout(List<ObjectSpec> objects, List<CapSpec> caps, List<DomainSlot> domainSchedule,
        List<IrqSpec> irqs) {

    /** One entry of the domain schedule: {@code ticks} timer ticks of {@code domain}. */
    public record DomainSlot(int domain, long ticks) {
    }

    /** An IRQ object (an IRQ handler capability's target) and its interrupt number. */
    public record IrqSpec(String name, int irq) {
    }

    public Layout {
        objects = List.copyOf(objects);
        caps = List.copyOf(caps);
        domainSchedule = List.copyOf(domainSchedule);
        irqs = List.copyOf(irqs);
    }
}
