package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.session.query.NextThread;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * All that decides who runs: the current thread, what the scheduler is to do, the ready queues, and who waits for what.
 *
 * @param current ksCurThread
 * @param action ksSchedulerAction: {@link KernelGlobals#RESUME_CURRENT_THREAD}, {@link KernelGlobals#CHOOSE_NEW_THREAD}
 *        or a TCB to switch to
 * @param domain ksCurDomain
 * @param domainTime ksDomainTime, in timer ticks
 * @param schedule ksDomSchedule from ksDomScheduleStart to its end marker
 * @param scheduleIndex which of these is under way, by ksDomScheduleIdx
 * @param domains those with a queued thread, the current one always; by number
 * @param waiting endpoints and notifications with somebody or something in them
 * @param repliesDue threads that wait for a reply, each with the slots whose reply capability would wake it
 * @param next who runs when the kernel is left now, and why
 */
public record SchedulerPicture(long current, long action, int domain, long domainTime, List<Turn> schedule,
        int scheduleIndex, List<ReadyDomain> domains, List<WaitingQueue> waiting, Map<Long, List<Long>> repliesDue,
        NextThread next) {

    private static final int DOMAINS = 256;
    private static final int LENGTH_BITS = 56;

    /**
     * One entry of the domain schedule.
     *
     * @param domain whose turn it is
     * @param ticks for how many timer ticks
     */
    public record Turn(int domain, long ticks) {
    }

    public SchedulerPicture {
        schedule = List.copyOf(schedule);
        domains = List.copyOf(domains);
        waiting = List.copyOf(waiting);
    }

    /** As the machine of a census stands. */
    public static SchedulerPicture of(Census census) {
        MachineImage machine = census.machine();
        int current = (int) machine.read(KernelGlobals.KS_CUR_DOMAIN);
        List<ReadyDomain> domains = new ArrayList<>();
        for (int domain = 0; domain < DOMAINS; domain++) {
            if (domain == current || machine.read(ReadyDomain.level1Address(domain)) != 0) {
                domains.add(ReadyDomain.of(machine, domain));
            }
        }
        List<WaitingQueue> waiting = new ArrayList<>();
        for (KernelObject object : census.objects()) {
            if (object.what().type() == CapType.ENDPOINT || object.what().type() == CapType.NOTIFICATION) {
                waiting.add(WaitingQueue.of(machine, object));
            }
        }
        waiting.removeIf(queue -> !queue.isBusy());
        return new SchedulerPicture(machine.read(KernelGlobals.KS_CUR_THREAD),
                machine.read(KernelGlobals.KS_SCHEDULER_ACTION), current,
                machine.read(KernelGlobals.KS_DOMAIN_TIME), schedule(machine),
                (int) (machine.read(KernelGlobals.KS_DOM_SCHEDULE_IDX)
                        - machine.read(KernelGlobals.KS_DOM_SCHEDULE_START)), domains, waiting, repliesDue(census),
                NextThread.of(machine));
    }

    private static List<Turn> schedule(MachineImage machine) {
        List<Turn> schedule = new ArrayList<>();
        int start = (int) machine.read(KernelGlobals.KS_DOM_SCHEDULE_START);
        for (int i = start; i < KernelGlobals.DOM_SCHEDULE_LENGTH; i++) {
            long entry = machine.read(KernelGlobals.KS_DOM_SCHEDULE + 8L * i);
            long ticks = entry & (1L << LENGTH_BITS) - 1;
            if (ticks == 0) {
                break;
            }
            schedule.add(new Turn((int) (entry >>> LENGTH_BITS), ticks));
        }
        return schedule;
    }

    private static Map<Long, List<Long>> repliesDue(Census census) {
        MachineImage machine = census.machine();
        Map<Long, List<Long>> due = new LinkedHashMap<>();
        for (long tcb : census.threads()) {
            if (machine.get(Tcb.STATE, tcb) == ThreadState.BLOCKED_ON_REPLY.number()) {
                long master = Tcb.slot(tcb, Tcb.REPLY);
                due.put(tcb, census.holders(new CapObject(CapType.REPLY, tcb, CapObject.NO_MEMORY)).stream()
                        .filter(slot -> slot != master).toList());
            }
        }
        return due;
    }

    /** Whether there is more than one domain to be scheduled. */
    public boolean hasDomains() {
        return domains.size() > 1 || schedule.stream().mapToInt(Turn::domain).distinct().count() > 1;
    }
}
