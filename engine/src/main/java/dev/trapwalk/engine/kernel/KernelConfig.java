package dev.trapwalk.engine.kernel;

/**
 * Configuration of the kernel, with seL4's option names. What is not listed is fixed as in the reference kernel:
 * non-MCS, one core, 256 priorities, no PCID, no IOMMU, no VT-x, kernel skim window, syscall instruction.
 *
 * @param fastpath CONFIG_FASTPATH
 * @param numDomains CONFIG_NUM_DOMAINS, 1..256
 * @param timeSlice CONFIG_TIME_SLICE, in timer ticks
 * @param timerTickMs CONFIG_TIMER_TICK_MS, in milliseconds; 0 = no timer tick is ever delivered
 * @param debugBuild CONFIG_DEBUG_BUILD with CONFIG_PRINTING: has the debug system calls
 * @param trackKernelEntries CONFIG_BENCHMARK_TRACK_KERNEL_ENTRIES
 * @param retypeFanOutLimit CONFIG_RETYPE_FAN_OUT_LIMIT, most objects of one Untyped_Retype
 * @param maxWorkUnits CONFIG_MAX_NUM_WORK_UNITS_PER_PREEMPTION
 */
public record KernelConfig(boolean fastpath, int numDomains, int timeSlice, int timerTickMs, boolean debugBuild,
        boolean trackKernelEntries, int retypeFanOutLimit, int maxWorkUnits) {

    /** Number of priorities, CONFIG_NUM_PRIORITIES. */
    public static final int NUM_PRIORITIES = 256;

    /** The configuration of the reference kernel: one domain, no tick, release build. */
    public static final KernelConfig REFERENCE = new KernelConfig(true, 1, 5, 0, false, false, 256, 100);

    public KernelConfig {
        if (numDomains < 1 || numDomains > 256 || timeSlice < 1 || timerTickMs < 0 || retypeFanOutLimit < 1
                || maxWorkUnits < 1) {
            throw new IllegalArgumentException("kernel configuration out of range");
        }
    }

    /**
     * CONFIG_NUM_DOMAIN_SCHEDULES: entries of the domain schedule, end marker included; two when there is one domain.
     */
    public int numDomainSchedules() {
        return numDomains > 1 ? KernelGlobals.DOM_SCHEDULE_LENGTH : 2;
    }

    /** The same with another number of domains. */
    public KernelConfig withNumDomains(int domains) {
        return new KernelConfig(fastpath, domains, timeSlice, timerTickMs, debugBuild, trackKernelEntries,
                retypeFanOutLimit, maxWorkUnits);
    }

    /** The same with a timer tick every {@code ms} milliseconds, or none for 0. */
    public KernelConfig withTimerTickMs(int ms) {
        return new KernelConfig(fastpath, numDomains, timeSlice, ms, debugBuild, trackKernelEntries, retypeFanOutLimit,
                maxWorkUnits);
    }

    /** The same as a debug build or a release build. */
    public KernelConfig withDebugBuild(boolean debug) {
        return new KernelConfig(fastpath, numDomains, timeSlice, timerTickMs, debug, trackKernelEntries,
                retypeFanOutLimit, maxWorkUnits);
    }

    /** The same with or without the fastpath. */
    public KernelConfig withFastpath(boolean on) {
        return new KernelConfig(on, numDomains, timeSlice, timerTickMs, debugBuild, trackKernelEntries,
                retypeFanOutLimit, maxWorkUnits);
    }
}
