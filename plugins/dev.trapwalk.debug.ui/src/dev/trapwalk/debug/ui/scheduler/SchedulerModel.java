package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.ui.scheduler.SchedulerRow.Kind;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.kernel.ReadyQueues;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.ReadyDomain;
import dev.trapwalk.engine.session.inspect.SchedulerPicture;
import dev.trapwalk.engine.session.inspect.WaitingQueue;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scheduler as lines, without any widget.
 *
 * @param census the machine
 * @param marks what changed
 * @param picture what decides who runs
 * @param rows the outermost lines
 */
record SchedulerModel(Census census, ChangeMarks marks, SchedulerPicture picture, List<SchedulerRow> rows) {

    static SchedulerModel of(Census census, ChangeMarks marks) {
        SchedulerPicture picture = SchedulerPicture.of(census);
        return new SchedulerModel(census, marks, picture, new Builder(census.machine(), marks, picture).rows());
    }

    /** Who runs next, and why. */
    String answer() {
        return picture.next().text().get(0);
    }

    /** Keys of the lines that are open from the start: all but the queues of equal priority. */
    List<String> open() {
        return rows.stream().flatMap(row -> Stream.concat(Stream.of(row), row.children().stream()))
                .filter(row -> row.kind() != Kind.READY).map(SchedulerRow::key).toList();
    }

    private static final class Builder {

        private static final long FOR_EVER = -1L >>> 8;

        private final MachineImage machine;
        private final ChangeMarks marks;
        private final SchedulerPicture picture;
        private final Describer describe;

        Builder(MachineImage machine, ChangeMarks marks, SchedulerPicture picture) {
            this.machine = machine;
            this.marks = marks;
            this.picture = picture;
            this.describe = machine.describe();
        }

        List<SchedulerRow> rows() {
            List<SchedulerRow> rows = new ArrayList<>();
            String current = thread(picture.current());
            rows.add(new SchedulerRow("current", Kind.RUNNING, Messages.current, current, //$NON-NLS-1$
                    marks.of(KernelGlobals.KS_CUR_THREAD, Long.BYTES), object(picture.current()), List.of()));
            rows.add(new SchedulerRow("action", Kind.VALUE, Messages.action, action(), //$NON-NLS-1$
                    marks.of(KernelGlobals.KS_SCHEDULER_ACTION, Long.BYTES), null, List.of()));
            picture.domains().forEach(domain -> rows.add(ready(domain)));
            rows.add(heading("waiting", Messages.waiting, //$NON-NLS-1$
                    picture.waiting().stream().map(this::waiting).toList()));
            if (!picture.repliesDue().isEmpty()) {
                rows.add(heading("replies", Messages.replies, //$NON-NLS-1$
                        picture.repliesDue().entrySet().stream()
                                .map(due -> reply(due.getKey(), due.getValue())).toList()));
            }
            if (picture.hasDomains()) {
                rows.add(schedule());
            }
            return rows;
        }

        private static SchedulerRow heading(String key, String name, List<SchedulerRow> children) {
            return new SchedulerRow(key, Kind.HEADING, name, children.isEmpty() ? Messages.nobody : "", //$NON-NLS-1$
                    ChangeMark.NONE, null, children);
        }

        private static CapObject object(long tcb) {
            return new CapObject(CapType.THREAD, tcb, Tcb.SIZE_BITS);
        }

        private String thread(long tcb) {
            return Messages.bind(Messages.thread, new Object[] {describe.thread(tcb),
                describe.threadState(machine.get(Tcb.STATE, tcb)), machine.get(Tcb.PRIORITY, tcb)});
        }

        private String action() {
            long action = picture.action();
            return action == KernelGlobals.RESUME_CURRENT_THREAD ? Messages.resumeCurrent
                    : action == KernelGlobals.CHOOSE_NEW_THREAD ? Messages.chooseNew
                            : Messages.bind(Messages.switchTo, describe.thread(action));
        }

        private SchedulerRow ready(ReadyDomain domain) {
            String key = "ready/" + domain.domain(); //$NON-NLS-1$
            String name = picture.hasDomains() ? Messages.bind(Messages.readyIn, domain.domain()) : Messages.ready;
            return heading(key, name, domain.queues().stream().map(queue -> new SchedulerRow(
                    key + '/' + queue.priority(), Kind.READY, Messages.bind(Messages.priority, queue.priority()),
                    queue.threads().stream().map(describe::thread).collect(Collectors.joining(", ")), //$NON-NLS-1$
                    marks.of(ReadyQueues.queueAddress(domain.domain(), queue.priority()), 2 * Long.BYTES),
                    object(queue.threads().get(0)), queue.threads().size() == 1 ? List.of()
                            : queue.threads().stream().map(tcb -> queued(key + '/' + queue.priority(), tcb)).toList()))
                    .toList());
        }

        private SchedulerRow queued(String key, long tcb) {
            return new SchedulerRow(key + '/' + tcb, Kind.READY, describe.thread(tcb),
                    describe.threadState(machine.get(Tcb.STATE, tcb)), stateMark(tcb), object(tcb), List.of());
        }

        private ChangeMark stateMark(long tcb) {
            ChangeMark state = marks.of(Tcb.STATE, tcb);
            ChangeMark queued = marks.of(Tcb.QUEUED, tcb);
            return state.compareTo(queued) > 0 ? state : queued;
        }

        private SchedulerRow waiting(WaitingQueue queue) {
            String key = "waiting/" + queue.object().id(); //$NON-NLS-1$
            boolean endpoint = queue.object().type() == CapType.ENDPOINT;
            String text = endpoint ? Messages.bind(queue.state() == Endpoint.SEND ? Messages.senders
                    : Messages.receivers, queue.threads().size())
                    : queue.state() == Notification.ACTIVE
                            ? Messages.bind(Messages.signalled, Describer.hex(queue.badge()))
                            : Messages.bind(Messages.receivers, queue.threads().size());
            return new SchedulerRow(key, endpoint ? Kind.ENDPOINT : Kind.NOTIFICATION, queue.name(), text,
                    marks.of(queue.object().id(), queue.object().bytes()), queue.object(), queue.threads().stream()
                            .map(tcb -> new SchedulerRow(key + '/' + tcb, Kind.BLOCKED, describe.thread(tcb),
                                    blocked(tcb, endpoint && queue.state() == Endpoint.SEND), stateMark(tcb),
                                    object(tcb), List.of())).toList());
        }

        private String blocked(long tcb, boolean sends) {
            String state = describe.threadState(machine.get(Tcb.STATE, tcb));
            return sends ? Messages.bind(machine.isSet(Tcb.BLOCKING_IS_CALL, tcb) ? Messages.callsWith
                    : Messages.sendsWith, state, Describer.hex(machine.get(Tcb.BLOCKING_BADGE, tcb))) : state;
        }

        private SchedulerRow reply(long tcb, List<Long> slots) {
            return new SchedulerRow("replies/" + tcb, Kind.BLOCKED, describe.thread(tcb), slots.isEmpty() //$NON-NLS-1$
                    ? Messages.nobodyReplies : Messages.bind(Messages.replyIn,
                            slots.stream().map(describe::slot).collect(Collectors.joining(", "))), //$NON-NLS-1$
                    stateMark(tcb), object(tcb), List.of());
        }

        private SchedulerRow schedule() {
            List<SchedulerRow> turns = new ArrayList<>();
            for (int i = 0; i < picture.schedule().size(); i++) {
                SchedulerPicture.Turn turn = picture.schedule().get(i);
                boolean now = i == picture.scheduleIndex();
                String ticks = turn.ticks() == FOR_EVER ? Messages.forEver
                        : Messages.bind(Messages.ticks, turn.ticks());
                turns.add(new SchedulerRow("schedule/" + i, now ? Kind.RUNNING : Kind.VALUE, //$NON-NLS-1$
                        Messages.bind(Messages.domain, turn.domain()),
                        now ? Messages.bind(Messages.ticksLeft, ticks, picture.domainTime()) : ticks,
                        now ? marks.of(KernelGlobals.KS_DOMAIN_TIME, Long.BYTES) : ChangeMark.NONE, null, List.of()));
            }
            return heading("schedule", Messages.schedule, turns); //$NON-NLS-1$
        }
    }
}
