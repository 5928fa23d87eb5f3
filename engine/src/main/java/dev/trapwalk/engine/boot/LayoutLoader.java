package dev.trapwalk.engine.boot;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.program.ProgramCode;

/**
 * The root task that boots a {@link Scenario}, in the order of the capDL loader: objects, interrupts, VSpaces,
 * threads, CSpaces, domains; then it starts the threads and suspends itself. Every step is a system call of the root
 * task.
 *
 * <p>Where a layout says nothing: a thread without VSpace runs in the root task's; a thread with a program but without
 * a CSpace or an IPC buffer gets an empty CSpace, a buffer; an IPC buffer that the layout maps nowhere is mapped at its
 * address; a thread without a program is configured but not resumed, because there is no code for it.
 */
public final class LayoutLoader {

    private static final int SMALLEST_RADIX = 16;
    private static final int LARGEST_RADIX = 20;
    private static final int IOAPIC_PINS = 24;
    /** Slots for tables, frames and copies that the loader itself needs. */
    private static final int SPARE_SLOTS = 4096;

    private LayoutLoader() {
    }

    /**
     * Boots a scenario.
     *
     * @throws BootException when the layout cannot be booted
     */
    public static LoadedSystem load(Scenario scenario) {
        Layout layout = scenario.layout();
        int radix = radix(layout);
        Machine machine = Machine.boot(scenario.config(), radix);
        Loader loader = new Loader(machine, layout, radix);
        ObjectMaker maker = new ObjectMaker(loader);
        maker.makeAll();
        Map<String, Long> addresses = addresses(loader);
        issueInterrupts(loader);
        VSpaceBuilder vspaces = new VSpaceBuilder(loader, maker);
        vspaces.buildAll();
        ProgramLoader programs = new ProgramLoader(loader, vspaces, scenario.programs());
        ThreadStarter threads = new ThreadStarter(loader, maker, vspaces, programs);
        threads.configureAll();
        threads.resumeAll();
        checkContainers(loader);
        new CSpaceFiller(loader).fillAll();
        configureDomains(loader);
        ProgramCode code = programs.code();
        machine.setUserCode(code);
        loader.root.call(RootSlots.TCB, InvocationLabel.TCB_SUSPEND, Loader.NO_CAPS);
        return new LoadedSystem(machine, addresses, code);
    }

    private static int radix(Layout layout) {
        int wanted = Loader.firstFreeSlot() + layout.objects().size() + SPARE_SLOTS;
        int radix = 32 - Integer.numberOfLeadingZeros(wanted - 1);
        return Math.min(LARGEST_RADIX, Math.max(SMALLEST_RADIX, radix));
    }

    private static Map<String, Long> addresses(Loader loader) {
        Map<String, Long> addresses = new LinkedHashMap<>();
        Cap cap = new Cap();
        for (ObjectSpec object : loader.layout.objects()) {
            loader.load(cap, loader.slot(object.name(), object.source()));
            addresses.put(object.name(), pointer(object.type()).get(cap));
        }
        return addresses;
    }

    private static BitField pointer(ObjectType type) {
        return switch (type) {
            case UNTYPED -> UntypedCap.PTR;
            case TCB -> ThreadCap.PTR;
            case ENDPOINT -> EndpointCap.PTR;
            case NOTIFICATION -> NotificationCap.PTR;
            case CNODE -> CNodeCap.PTR;
            case PDPT -> PdptCap.BASE_PTR;
            case PML4 -> Pml4Cap.BASE_PTR;
            case HUGE_PAGE, PAGE_4K, LARGE_PAGE -> FrameCap.BASE_PTR;
            case PAGE_TABLE -> PageTableCap.BASE_PTR;
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR;
        };
    }

    /** Makes the handler of each interrupt: pin and vector are the interrupt's number, edge triggered, active high. */
    private static void issueInterrupts(Loader loader) {
        for (Layout.IrqSpec irq : loader.layout.irqs()) {
            if (irq.irq() < 0 || irq.irq() >= IOAPIC_PINS) {
                throw new BootException(SourcePlace.NONE, "irq_range", irq.irq(), irq.name());
            }
            int slot = loader.takeSlots(1);
            Loader.check(SourcePlace.NONE, irq.name(), loader.root.call(RootSlots.IRQ_CONTROL,
                    InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_IOAPIC, new long[] {RootSlots.CNODE}, slot,
                    RootTask.DEPTH, 0, irq.irq(), 0, 0, irq.irq()));
            loader.setSlot(irq.name(), slot);
            for (CapSpec cap : loader.layout.caps()) {
                if (cap.container().equals(irq.name())) {
                    Loader.check(cap.source(), irq.name(), loader.root.call(slot, InvocationLabel.IRQ_SET_IRQ_HANDLER,
                            new long[] {loader.slot(cap.target(), cap.source())}));
                }
            }
        }
    }

    private static void checkContainers(Loader loader) {
        for (CapSpec cap : loader.layout.caps()) {
            ObjectSpec container = loader.objects.get(cap.container());
            boolean holds = container == null
                    ? loader.layout.irqs().stream().anyMatch(irq -> irq.name().equals(cap.container()))
                    : container.type() == ObjectType.CNODE || container.type() == ObjectType.TCB
                            || VSpaceBuilder.isTable(container.type());
            if (!holds) {
                throw new BootException(cap.source(), "not_a_container", cap.container(), cap.target());
            }
        }
    }

    private static void configureDomains(Loader loader) {
        int index = 0;
        for (Layout.DomainSlot slot : loader.layout.domainSchedule()) {
            Loader.check(SourcePlace.NONE, "domain_schedule[" + index + "]", loader.root.call(RootSlots.DOMAIN,
                    InvocationLabel.DOMAIN_SCHEDULE_CONFIGURE, Loader.NO_CAPS, index, slot.domain(), slot.ticks()));
            index++;
        }
        if (index > 0) {
            Loader.check(SourcePlace.NONE, "domain_schedule", loader.root.call(RootSlots.DOMAIN,
                    InvocationLabel.DOMAIN_SCHEDULE_SET_START, Loader.NO_CAPS, 0));
        }
    }
}
