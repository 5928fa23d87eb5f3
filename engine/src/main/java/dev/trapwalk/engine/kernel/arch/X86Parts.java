package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.Kernel;

/** The parts of the kernel that only x86-64 has, beyond those that {@link Kernel} names itself. */
public final class X86Parts {

    private final Fpu fpu;
    private final Asids asids;
    private final PageTables pageTables;
    private final PageEntries pageEntries;
    private final Unmapping unmapping;
    private final FrameInvocations frameInvocations;
    private final FrameMapping frameMapping;
    private final TableInvocations tableInvocations;
    private final AsidInvocations asidInvocations;
    private final X86Regions regions;
    private final X86Objects objects;
    private final IoPortRanges ioPortRanges;
    private final IoPortInvocations ioPortInvocations;
    private final X86IrqInvocations irqInvocations;
    private final IoapicDriver ioapicDriver;

    /** The parts of that kernel. */
    public X86Parts(Kernel kernel) {
        fpu = new Fpu(kernel);
        asids = new Asids(kernel);
        pageTables = new PageTables(kernel);
        pageEntries = new PageEntries(kernel);
        unmapping = new Unmapping(kernel);
        frameInvocations = new FrameInvocations(kernel);
        frameMapping = new FrameMapping(kernel);
        tableInvocations = new TableInvocations(kernel);
        asidInvocations = new AsidInvocations(kernel);
        regions = new X86Regions(kernel);
        objects = new X86Objects(kernel);
        ioPortRanges = new IoPortRanges(kernel);
        ioPortInvocations = new IoPortInvocations(kernel);
        irqInvocations = new X86IrqInvocations(kernel);
        ioapicDriver = new IoapicDriver(kernel);
    }

    /** Who owns the floating point unit. */
    public Fpu fpu() {
        return fpu;
    }

    /** Address space identifiers. */
    Asids asids() {
        return asids;
    }

    /** Walks page tables. */
    PageTables pageTables() {
        return pageTables;
    }

    /** Makes entries of page tables. */
    PageEntries pageEntries() {
        return pageEntries;
    }

    /** Removes frames and tables from VSpaces. */
    Unmapping unmapping() {
        return unmapping;
    }

    /** Invocations of frames. */
    FrameInvocations frameInvocations() {
        return frameInvocations;
    }

    /** Puts frames into page tables. */
    FrameMapping frameMapping() {
        return frameMapping;
    }

    /** Invocations of PDPTs, page directories and page tables. */
    TableInvocations tableInvocations() {
        return tableInvocations;
    }

    /** Invocations of ASID control and ASID pools. */
    AsidInvocations asidInvocations() {
        return asidInvocations;
    }

    /** Which memory or ports x86 capabilities stand for. */
    public X86Regions regions() {
        return regions;
    }

    /** Makes frames and tables. */
    public X86Objects objects() {
        return objects;
    }

    /** Which IO ports have been given out. */
    IoPortRanges ioPortRanges() {
        return ioPortRanges;
    }

    /** Invocations of IO port control and IO ports. */
    IoPortInvocations ioPortInvocations() {
        return ioPortInvocations;
    }

    /** The x86 part of invocations of IRQ control. */
    public X86IrqInvocations irqInvocations() {
        return irqInvocations;
    }

    /** The kernel's driver of the IO-APIC. */
    public IoapicDriver ioapicDriver() {
        return ioapicDriver;
    }
}
