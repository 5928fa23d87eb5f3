package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Interrupts;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.IrqState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * IRQControl_GetIOAPIC and GetMSI (arch/x86/object/interrupt.c): a user chooses a vector, and says which pin of an
 * IO-APIC or which device's messages raise it.
 */
public final class X86IrqInvocations extends InvocationPart {

    static final KernelFunction ARCH_CHECK_IRQ =
            KernelFunction.of(X86IrqInvocations.class, "Arch_checkIRQ", Phase.DECODE, "irq");
    static final KernelPoint LEGACY_IRQ = ARCH_CHECK_IRQ.check("has_legacy_controller", "irq");

    static final KernelFunction DECODE = KernelFunction.of(X86IrqInvocations.class,
            "Arch_decodeIRQControlInvocation", Phase.DECODE, "label:label", "length:count", "slot:slot");
    static final KernelPoint LABEL_KNOWN = DECODE.check("label_known", "label:label");
    static final KernelPoint LENGTH = DECODE.check("length", "length:count", "required:count");
    static final KernelPoint EXTRA_CAP = DECODE.check("extra_cap", "slot:slot");
    static final KernelPoint VECTOR_IN_RANGE = DECODE.check("vector_in_range", "vector:count", "max:count");
    static final KernelPoint NOT_ACTIVE = DECODE.check("not_active", "irq:count");
    static final KernelPoint DEST_FOUND = DECODE.check("dest_slot_found", "index", "depth:count");
    static final KernelPoint DEST_EMPTY = DECODE.check("dest_slot_empty", "slot:slot");
    static final KernelPoint IS_IOAPIC = DECODE.branch("is_ioapic", "label:label");
    static final KernelPoint BUS_IN_RANGE = DECODE.check("msi_bus_in_range", "pciBus", "max:count");
    static final KernelPoint DEV_IN_RANGE = DECODE.check("msi_device_in_range", "pciDev", "max:count");
    static final KernelPoint FUNC_IN_RANGE = DECODE.check("msi_function_in_range", "pciFunc", "max:count");

    static final KernelFunction INVOKE_IOAPIC = KernelFunction.of(X86IrqInvocations.class,
            "invokeIssueIRQHandlerIOAPIC", Phase.PERFORM, "irq:count", "ioapic:count", "pin:count", "vector:count");
    static final KernelFunction ARCH_INVOKE = KernelFunction.of(X86IrqInvocations.class, "Arch_invokeIRQControl",
            Phase.PERFORM, "irq:count", "slot:slot", "control:slot", "state");

    private static final long PCI_BUS_MAX = 255;
    private static final long PCI_DEV_MAX = 31;
    private static final long PCI_FUNC_MAX = 7;

    private final Cap cnode = new Cap();

    public X86IrqInvocations(Kernel kernel) {
        super(kernel);
    }

    /** Whether a user may have an interrupt of the legacy controller: never, the IO-APIC is used instead. */
    public ExceptionStatus Arch_checkIRQ(long irq) {
        enter(ARCH_CHECK_IRQ, irq);
        check(LEGACY_IRQ, false, irq);
        return leave(illegalOperation());
    }

    /** Decodes GetIOAPIC and GetMSI. Both use the same range of vectors. */
    public ExceptionStatus Arch_decodeIRQControlInvocation(long label, int length, long slot, long buffer) {
        enter(DECODE, label, length, slot);
        boolean ioapic = label == InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_IOAPIC.number();
        if (!check(LABEL_KNOWN, ioapic || label == InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_MSI.number(), label)) {
            return leave(illegalOperation());
        }
        if (!check(LENGTH, length >= 7, length, 7) || !check(EXTRA_CAP, extraCap(0) != 0, extraCap(0))) {
            return leave(truncatedMessage());
        }
        long index = getSyscallArg(0, buffer);
        long depth = getSyscallArg(1, buffer);
        cnode.load(memory, extraCap(0));
        long userVector = getSyscallArg(6, buffer);
        long max = Interrupts.USER_MAX - Interrupts.USER_MIN;
        if (!check(VECTOR_IN_RANGE, Long.compareUnsigned(userVector, max) <= 0, userVector, max)) {
            return leave(rangeError(0, max));
        }
        int irq = (int) userVector + Interrupts.USER_MIN;
        if (!check(NOT_ACTIVE, !kernel.interrupts().isIRQActive(irq), irq)) {
            return leave(syscallError(SyscallError.REVOKE_FIRST));
        }
        ExceptionStatus status = kernel.cspace().lookupTargetSlot(cnode, index, depth);
        if (!check(DEST_FOUND, status == ExceptionStatus.NONE, index, depth)) {
            return leave(status);
        }
        long destSlot = kernel.cspace().foundSlot();
        status = kernel.derivation().ensureEmptySlot(destSlot);
        if (!check(DEST_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
            return leave(status);
        }
        return leave(check(IS_IOAPIC, ioapic, label) ? decodeIoapic(irq, destSlot, slot, buffer)
                : decodeMsi(irq, destSlot, slot, buffer));
    }

    private ExceptionStatus decodeIoapic(int irq, long destSlot, long controlSlot, long buffer) {
        long ioapic = getSyscallArg(2, buffer);
        long pin = getSyscallArg(3, buffer);
        long level = getSyscallArg(4, buffer);
        long polarity = getSyscallArg(5, buffer);
        ExceptionStatus status =
                kernel.x86().ioapicDriver().ioapic_decode_map_pin_to_vector(ioapic, pin, level, polarity);
        if (status != ExceptionStatus.NONE) {
            return status;
        }
        restartCurrentThread();
        return invokeIssueIRQHandlerIOAPIC(irq, ioapic, pin, level, polarity, destSlot, controlSlot);
    }

    private ExceptionStatus decodeMsi(int irq, long destSlot, long controlSlot, long buffer) {
        long bus = getSyscallArg(2, buffer);
        long dev = getSyscallArg(3, buffer);
        long func = getSyscallArg(4, buffer);
        long handle = getSyscallArg(5, buffer);
        if (!check(BUS_IN_RANGE, Long.compareUnsigned(bus, PCI_BUS_MAX) <= 0, bus, PCI_BUS_MAX)) {
            return rangeError(0, PCI_BUS_MAX);
        }
        if (!check(DEV_IN_RANGE, Long.compareUnsigned(dev, PCI_DEV_MAX) <= 0, dev, PCI_DEV_MAX)) {
            return rangeError(0, PCI_DEV_MAX);
        }
        if (!check(FUNC_IN_RANGE, Long.compareUnsigned(func, PCI_FUNC_MAX) <= 0, func, PCI_FUNC_MAX)) {
            return rangeError(0, PCI_FUNC_MAX);
        }
        long state = IrqState.TYPE.put(0, IrqState.MSI);
        state = IrqState.MSI_BUS.put(state, bus);
        state = IrqState.MSI_DEV.put(state, dev);
        state = IrqState.MSI_FUNC.put(state, func);
        state = IrqState.MSI_HANDLE.put(state, handle);
        restartCurrentThread();
        return Arch_invokeIRQControl(irq, destSlot, controlSlot, state);
    }

    private ExceptionStatus invokeIssueIRQHandlerIOAPIC(int irq, long ioapic, long pin, long level, long polarity,
            long destSlot, long controlSlot) {
        int vector = irq + Interrupts.VECTOR_OFFSET;
        enter(INVOKE_IOAPIC, irq, ioapic, pin, vector);
        long state = IrqState.TYPE.put(0, IrqState.IOAPIC);
        state = IrqState.IOAPIC_ID.put(state, ioapic);
        state = IrqState.IOAPIC_PIN.put(state, pin);
        state = IrqState.IOAPIC_LEVEL.put(state, level);
        state = IrqState.IOAPIC_POLARITY_LOW.put(state, polarity);
        state = IrqState.IOAPIC_MASKED.put(state, 1);
        kernel.x86().ioapicDriver().ioapic_map_pin_to_vector((int) ioapic, (int) pin, level, polarity, vector);
        return leave(Arch_invokeIRQControl(irq, destSlot, controlSlot, state));
    }

    private ExceptionStatus Arch_invokeIRQControl(int irq, long destSlot, long controlSlot, long state) {
        enter(ARCH_INVOKE, irq, destSlot, controlSlot, state);
        memory.write(KernelGlobals.irqState(irq), state);
        return leave(kernel.irqInvocations().invokeIRQControl(irq, destSlot, controlSlot));
    }
}
