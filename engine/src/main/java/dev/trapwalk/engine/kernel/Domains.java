package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Scheduling domains and their schedule: decode, perform, switch (object/domain.c, kernel/thread.c; manual section
 * "Domains").
 *
 * <p>Only threads of the current domain run. The schedule is a table of (domain, duration in ticks), ended by a zero
 * entry, gone through from a start index for ever.
 */
public final class Domains extends InvocationPart {

    static final KernelFunction DECODE_DOMAIN_INVOCATION =
            KernelFunction.of(Domains.class, "decodeDomainInvocation", Phase.DECODE, "label:label", "length:count");
    static final KernelPoint KNOWN_LABEL = DECODE_DOMAIN_INVOCATION.check("known_label", "label:label");

    static final KernelFunction DECODE_SET =
            KernelFunction.of(Domains.class, "decodeDomainSetSetInvocation", Phase.DECODE, "length:count");
    static final KernelPoint SET_LENGTH = DECODE_SET.check("length", "length:count");
    static final KernelPoint SET_DOMAIN_EXISTS = DECODE_SET.check("domain_exists", "domain:count", "numDomains:count");
    static final KernelPoint SET_EXTRA_CAP = DECODE_SET.check("extra_cap", "slot:slot");
    static final KernelPoint SET_THREAD_CAP = DECODE_SET.check("thread_cap", "cap:cap");
    static final KernelFunction INVOKE_SET =
            KernelFunction.of(Domains.class, "invokeDomainSetSet", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelFunction PREPARE_SET_DOMAIN =
            KernelFunction.of(Domains.class, "prepareSetDomain", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelPoint LEAVES_CURRENT_DOMAIN =
            PREPARE_SET_DOMAIN.branch("leaves_current_domain", "ksCurDomain:count", "domain:count");
    static final KernelFunction ARCH_PREPARE_SET_DOMAIN =
            KernelFunction.of(Domains.class, "Arch_prepareSetDomain", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelFunction SET_DOMAIN =
            KernelFunction.of(Domains.class, "setDomain", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelPoint RUNNABLE = SET_DOMAIN.branch("runnable", "thread:tcb");
    static final KernelPoint IS_CURRENT = SET_DOMAIN.branch("current", "thread:tcb");

    static final KernelFunction DECODE_CONFIGURE =
            KernelFunction.of(Domains.class, "decodeDomainScheduleConfigure", Phase.DECODE, "length:count");
    static final KernelPoint CONFIGURE_LENGTH = DECODE_CONFIGURE.check("length", "length:count", "needed:count");
    static final KernelPoint CONFIGURE_INDEX = DECODE_CONFIGURE.check("index_in_range", "index:count", "limit:count");
    static final KernelPoint CONFIGURE_DOMAIN =
            DECODE_CONFIGURE.check("domain_exists", "domain:count", "numDomains:count");
    static final KernelPoint CONFIGURE_DURATION = DECODE_CONFIGURE.check("duration_fits", "duration");
    static final KernelPoint END_MARKER_IS_ZERO =
            DECODE_CONFIGURE.check("end_marker_is_zero", "duration:count", "domain:count");
    static final KernelPoint START_NOT_ENDED =
            DECODE_CONFIGURE.check("start_not_ended", "index:count", "ksDomScheduleStart:count", "duration:count");
    static final KernelFunction INVOKE_CONFIGURE = KernelFunction.of(Domains.class, "invokeDomainScheduleConfigure",
            Phase.PERFORM, "index:count", "domain:count", "duration:count");

    static final KernelFunction DECODE_SET_START =
            KernelFunction.of(Domains.class, "decodeDomainScheduleSetStart", Phase.DECODE, "length:count");
    static final KernelPoint SET_START_LENGTH = DECODE_SET_START.check("length", "length:count");
    static final KernelPoint SET_START_INDEX = DECODE_SET_START.check("index_in_range", "index:count", "limit:count");
    static final KernelPoint SET_START_NOT_END = DECODE_SET_START.check("no_end_marker", "index:count", "entry");
    static final KernelFunction INVOKE_SET_START =
            KernelFunction.of(Domains.class, "invokeDomainScheduleSetStart", Phase.PERFORM, "index:count");

    static final KernelFunction PREPARE_NEXT_DOMAIN =
            KernelFunction.of(Domains.class, "prepareNextDomain", Phase.SCHEDULE);
    static final KernelFunction ARCH_PREPARE_NEXT_DOMAIN =
            KernelFunction.of(Domains.class, "Arch_prepareNextDomain", Phase.SCHEDULE);
    static final KernelFunction NEXT_DOMAIN = KernelFunction.of(Domains.class, "nextDomain", Phase.SCHEDULE);
    static final KernelPoint SCHEDULE_GOES_ON = NEXT_DOMAIN.branch("schedule_goes_on", "index:count", "entry");
    static final KernelPoint DOMAIN_STARTS = NEXT_DOMAIN.action("domain_starts", "domain:count", "duration:count");

    /** Message words of DomainScheduleConfigure: index, domain and the duration, one word on a 64-bit machine. */
    private static final int CONFIGURE_WORDS = 3;
    private static final int DURATION_BITS = 56;
    private static final long MAX_DURATION = (1L << DURATION_BITS) - 1;

    private final int numDomains;

    public Domains(Kernel kernel) {
        super(kernel);
        numDomains = kernel.config().numDomains();
    }

    /** The three invocations of the domain capability. */
    public ExceptionStatus decodeDomainInvocation(long label, int length, long buffer) {
        enter(DECODE_DOMAIN_INVOCATION, label, length);
        InvocationLabel known = InvocationLabel.of(label);
        boolean set = known == InvocationLabel.DOMAIN_SET_SET;
        boolean configure = known == InvocationLabel.DOMAIN_SCHEDULE_CONFIGURE;
        boolean setStart = known == InvocationLabel.DOMAIN_SCHEDULE_SET_START;
        if (!check(KNOWN_LABEL, set || configure || setStart, label)) {
            return leave(illegalOperation());
        }
        if (set) {
            return leave(decodeDomainSetSetInvocation(length, buffer));
        }
        return leave(configure ? decodeDomainScheduleConfigure(length, buffer)
                : decodeDomainScheduleSetStart(length, buffer));
    }

    private ExceptionStatus decodeDomainSetSetInvocation(int length, long buffer) {
        enter(DECODE_SET, length);
        if (!check(SET_LENGTH, length != 0, length)) {
            return leave(truncatedMessage());
        }
        long domain = getSyscallArg(0, buffer);
        if (!check(SET_DOMAIN_EXISTS, Long.compareUnsigned(domain, numDomains) < 0, domain, numDomains)) {
            return leave(invalidArgument(0));
        }
        long slot = extraCap(0);
        if (!check(SET_EXTRA_CAP, slot != 0, slot)) {
            return leave(truncatedMessage());
        }
        long cap = memory.read(slot);
        if (!check(SET_THREAD_CAP, CapType.of(cap) == CapType.THREAD, cap)) {
            return leave(invalidArgument(1));
        }
        restartCurrentThread();
        invokeDomainSetSet(ThreadCap.PTR.in(cap), (int) domain);
        return leave(ExceptionStatus.NONE);
    }

    private void invokeDomainSetSet(long thread, int domain) {
        enter(INVOKE_SET, thread, domain);
        prepareSetDomain(thread, domain);
        setDomain(thread, domain);
        leave();
    }

    /** A thread that leaves the current domain gives up the FPU now, so that no later domain has to touch its state. */
    public void prepareSetDomain(long thread, int domain) {
        enter(PREPARE_SET_DOMAIN, thread, domain);
        if (check(LEAVES_CURRENT_DOMAIN, globals.curDomain() != domain, globals.curDomain(), domain)) {
            enter(ARCH_PREPARE_SET_DOMAIN, thread, domain);
            leave();
            kernel.x86().fpu().fpuRelease(thread);
        }
        leave();
    }

    /** Moves a thread to the ready queues of another domain; the current thread stops running at once. */
    public void setDomain(long thread, int domain) {
        enter(SET_DOMAIN, thread, domain);
        kernel.readyQueues().tcbSchedDequeue(thread);
        Tcb.DOMAIN.set(memory, thread, domain);
        if (check(RUNNABLE, kernel.scheduler().isRunnable(thread), thread)) {
            kernel.readyQueues().tcbSchedEnqueue(thread);
        }
        if (check(IS_CURRENT, thread == globals.curThread(), thread)) {
            kernel.scheduler().rescheduleRequired();
        }
        leave();
    }

    private ExceptionStatus decodeDomainScheduleConfigure(int length, long buffer) {
        enter(DECODE_CONFIGURE, length);
        if (!check(CONFIGURE_LENGTH, length >= CONFIGURE_WORDS, length, CONFIGURE_WORDS)) {
            return leave(truncatedMessage());
        }
        long index = getSyscallArg(0, buffer);
        // dom_t is a machine word, but the schedule keeps eight bits of it
        long domain = getSyscallArg(1, buffer);
        long duration = getSyscallArg(2, buffer);
        int last = kernel.config().numDomainSchedules() - 1;
        if (!check(CONFIGURE_INDEX, Long.compareUnsigned(index, last) < 0, index, last)) {
            return leave(rangeError(0, last - 1));
        }
        if (!check(CONFIGURE_DOMAIN, Long.compareUnsigned(domain, numDomains) < 0, domain, numDomains)) {
            return leave(rangeError(0, numDomains - 1));
        }
        if (!check(CONFIGURE_DURATION, Long.compareUnsigned(duration, MAX_DURATION) <= 0, duration)) {
            return leave(invalidArgument(2));
        }
        if (!check(END_MARKER_IS_ZERO, duration != 0 || domain == 0, duration, domain)) {
            return leave(invalidArgument(1));
        }
        long start = memory.read(KernelGlobals.KS_DOM_SCHEDULE_START);
        if (!check(START_NOT_ENDED, index != start || duration != 0, index, start, duration)) {
            return leave(invalidArgument(2));
        }
        restartCurrentThread();
        enter(INVOKE_CONFIGURE, index, domain, duration);
        memory.write(entry(index), domain << DURATION_BITS | duration);
        leave();
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus decodeDomainScheduleSetStart(int length, long buffer) {
        enter(DECODE_SET_START, length);
        if (!check(SET_START_LENGTH, length >= 1, length)) {
            return leave(truncatedMessage());
        }
        long index = getSyscallArg(0, buffer);
        int limit = kernel.config().numDomainSchedules();
        if (!check(SET_START_INDEX, Long.compareUnsigned(index, limit) < 0, index, limit)) {
            return leave(rangeError(0, limit - 1));
        }
        long first = memory.read(entry(index));
        if (!check(SET_START_NOT_END, first != 0, index, first)) {
            return leave(invalidArgument(0));
        }
        restartCurrentThread();
        enter(INVOKE_SET_START, index);
        memory.write(KernelGlobals.KS_DOM_SCHEDULE_START, index);
        memory.write(KernelGlobals.KS_DOMAIN_TIME, 0);
        // the entry before the last one: the next is the end marker, so that the schedule begins anew at its start
        memory.write(KernelGlobals.KS_DOM_SCHEDULE_IDX, limit - 2);
        kernel.scheduler().rescheduleRequired();
        leave();
        return leave(ExceptionStatus.NONE);
    }

    /** Before another domain begins, the FPU is taken from its owner. */
    public void prepareNextDomain() {
        enter(PREPARE_NEXT_DOMAIN);
        enter(ARCH_PREPARE_NEXT_DOMAIN);
        leave();
        kernel.x86().fpu().switchLocalFpuOwner(0);
        leave();
    }

    /** Goes to the next entry of the schedule, or back to its start. */
    public void nextDomain() {
        enter(NEXT_DOMAIN);
        long index = memory.read(KernelGlobals.KS_DOM_SCHEDULE_IDX) + 1;
        long entry = memory.read(entry(index));
        if (!check(SCHEDULE_GOES_ON, entry != 0, index, entry)) {
            index = memory.read(KernelGlobals.KS_DOM_SCHEDULE_START);
            entry = memory.read(entry(index));
        }
        memory.write(KernelGlobals.KS_DOM_SCHEDULE_IDX, index);
        memory.write(KernelGlobals.KS_WORK_UNITS_COMPLETED, 0);
        memory.write(KernelGlobals.KS_CUR_DOMAIN, entry >>> DURATION_BITS);
        memory.write(KernelGlobals.KS_DOMAIN_TIME, entry & MAX_DURATION);
        act(DOMAIN_STARTS, entry >>> DURATION_BITS, entry & MAX_DURATION);
        leave();
    }

    /** Whether a domain that the schedule comes to has a thread that is ready to run. */
    public boolean anyScheduledThreadReady() {
        long index = memory.read(KernelGlobals.KS_DOM_SCHEDULE_START);
        for (long entry = memory.read(entry(index)); entry != 0; entry = memory.read(entry(++index))) {
            if (memory.read(KernelGlobals.KS_READY_QUEUES_L1_BITMAP + 8 * (entry >>> DURATION_BITS)) != 0) {
                return true;
            }
        }
        return false;
    }

    private static long entry(long index) {
        return KernelGlobals.KS_DOM_SCHEDULE + 8 * index;
    }
}
