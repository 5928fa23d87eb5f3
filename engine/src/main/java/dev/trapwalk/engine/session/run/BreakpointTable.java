package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.history.UndoJournal;
import dev.trapwalk.engine.session.state.Describer;

/**
 * The breakpoints of a session, arranged for speed: which points are armed, which words are watched, what is looked at
 * in user mode. Looking counts hits, silently when the machine only repeats what it did before.
 */
final class BreakpointTable {

    private static final Entry[] NONE = {};

    private final Timeline timeline;
    private final UndoJournal journal;
    private final EntryFactory factory;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final boolean[] armed = new boolean[Catalogue.size()];
    private final Entry[][] byPoint = new Entry[Catalogue.size()][];
    private final List<Entry> userMode = new ArrayList<>();
    private final Watches watches;
    private final List<BreakpointHit> hits = new ArrayList<>();
    private final LogSink log;
    private final Moment moment;
    private boolean anyPoint;
    private boolean skip;
    private boolean quiet;
    /** Says with which objects the breakpoints were last verified. */
    private long verifiedWith;

    BreakpointTable(Timeline timeline, LogSink log) {
        this.timeline = timeline;
        this.journal = timeline.journal();
        this.factory = new EntryFactory(timeline);
        this.watches = new Watches(timeline.memory(), journal);
        this.log = log;
        this.moment = new Moment(timeline.memory());
        this.verifiedWith = timeline.objectsVersion();
        arrange();
    }

    BreakpointStatus put(Breakpoint breakpoint) {
        Entry entry = factory.entry(breakpoint);
        entries.put(breakpoint.id(), entry);
        arrange();
        entry.told = entry.problem;
        return status(breakpoint.id());
    }

    /** The breakpoints that can be hit and could not when clients were told last, or the other way round. */
    List<BreakpointStatus> changes() {
        verify();
        List<BreakpointStatus> changed = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!Objects.equals(entry.problem, entry.told)) {
                entry.told = entry.problem;
                changed.add(status(entry.breakpoint.id()));
            }
        }
        return changed;
    }

    /** Looks again at what breakpoints are about, if objects have come or gone. */
    private void verify() {
        if (timeline.objectsVersion() == verifiedWith) {
            return;
        }
        verifiedWith = timeline.objectsVersion();
        boolean any = false;
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            if (each.getValue().dependsOnObjects()) {
                Entry again = factory.again(each.getValue());
                again.told = each.getValue().told;
                each.setValue(again);
                any = true;
            }
        }
        if (any) {
            arrange();
        }
    }

    /** Removes a breakpoint; null if there is none of that id. */
    BreakpointStatus remove(String id) {
        Entry removed = entries.remove(id);
        arrange();
        return removed == null ? null
                : new BreakpointStatus(removed.breakpoint, BreakpointStatus.State.REMOVED, "", hitsOf(removed));
    }

    List<BreakpointStatus> all() {
        return entries.keySet().stream().map(this::status).toList();
    }

    List<Breakpoint> definitions() {
        return entries.values().stream().map(entry -> entry.breakpoint).toList();
    }

    void skip(boolean on) {
        skip = on;
        arrange();
    }

    /** Whether log messages are left out: going back repeats what was printed before. */
    void quiet(boolean on) {
        quiet = on;
    }

    private BreakpointStatus status(String id) {
        Entry entry = entries.get(id);
        return new BreakpointStatus(entry.breakpoint, entry.problem == null ? BreakpointStatus.State.VERIFIED
                : BreakpointStatus.State.NOT_VERIFIED, entry.problem == null ? "" : entry.problem, hitsOf(entry));
    }

    private long hitsOf(Entry entry) {
        return journal.side(entry.counter);
    }

    private void arrange() {
        Arrays.fill(armed, false);
        Arrays.fill(byPoint, NONE);
        userMode.clear();
        anyPoint = false;
        List<Entry> watching = new ArrayList<>();
        for (Entry entry : entries.values()) {
            linkTrigger(entry);
            if (entry.isLive() && !skip) {
                arm(entry);
                if (!entry.plan.watched.isEmpty()) {
                    watching.add(entry);
                }
            }
        }
        watches.arrange(watching);
    }

    private void linkTrigger(Entry entry) {
        String trigger = entry.breakpoint.trigger();
        if (!trigger.isEmpty()) {
            Entry other = entries.get(trigger);
            entry.trigger = other == null ? -1 : other.counter;
            String problem = Messages.get("breakpoint.noSuchTrigger", trigger);
            if (other == null && entry.problem == null) {
                entry.problem = problem;
            } else if (other != null && problem.equals(entry.problem)) {
                entry.problem = null;
            }
        }
    }

    private void arm(Entry entry) {
        for (KernelPoint point : entry.plan.points) {
            armed[point.index()] = true;
            anyPoint = true;
            Entry[] before = byPoint[point.index()];
            byPoint[point.index()] = Arrays.copyOf(before, before.length + 1);
            byPoint[point.index()][before.length] = entry;
        }
        if (entry.plan.userMode != null) {
            userMode.add(entry);
        }
    }

    /** The points at which the machine must be looked at; null if at none. */
    boolean[] armed() {
        return anyPoint ? armed : null;
    }

    /** Looks at a passed point; {@code live} when a hit may stop the machine, else hits are only counted. */
    boolean atPoint(KernelPoint point, boolean outcome, long a, long b, long c, long d, boolean live) {
        boolean stop = false;
        for (Entry entry : byPoint[point.index()]) {
            moment.at(outcome, timeline.entered(), a, b, c, d);
            if (entry.plan.looker.matches(moment)) {
                stop |= hit(entry, "", live);
            }
        }
        return stop;
    }

    /** Looks at the machine in user mode before a unit. */
    boolean inUserMode(boolean live) {
        verify();
        boolean stop = false;
        for (Entry entry : userMode) {
            moment.at(true, timeline.entered(), 0, 0, 0, 0);
            if (entry.plan.userMode.matches(moment)) {
                stop |= hit(entry, live ? entry.plan.userModeDetail.get() : "", live);
            }
        }
        return stop;
    }

    /** Whether the unit touched watched words, so that it has to be run again point by point. */
    boolean touchedWatched(long unit) {
        return watches.touched(unit);
    }

    boolean isWatching() {
        return !watches.isEmpty();
    }

    /** A unit begins: from here on what is done with watched words is looked at. */
    void beginWatching() {
        verify();
        watches.begin();
    }

    /** Looks at what was done with watched words since the last call or {@link #beginWatching()}. */
    boolean afterAccesses(boolean live) {
        boolean[] stop = {false};
        watches.look((entry, detail) -> {
            moment.at(true, timeline.entered(), 0, 0, 0, 0);
            stop[0] |= hit(entry, detail, live);
        });
        return stop[0];
    }

    private boolean hit(Entry entry, String detail, boolean live) {
        if (!entry.counts(moment) || entry.trigger >= 0 && journal.side(entry.trigger) == 0
                || !entry.conditionHolds(moment)) {
            return false;
        }
        long number = journal.side(entry.counter) + 1;
        journal.setSide(entry.counter, number);
        if (!live || !entry.breakpoint.hitCount().accepts(number)) {
            return false;
        }
        if (!entry.breakpoint.logMessage().isEmpty()) {
            if (!quiet) {
                log.log(new Describer(timeline.memory()::peek, timeline.objects()).thread(moment.thread) + ": "
                        + entry.expressions.logMessage().text(moment));
            }
            return false;
        }
        hits.add(new BreakpointHit(entry.breakpoint, number, detail));
        return true;
    }

    /** The hits since the last call. */
    List<BreakpointHit> takeHits() {
        List<BreakpointHit> taken = List.copyOf(hits);
        hits.clear();
        return taken;
    }
}
