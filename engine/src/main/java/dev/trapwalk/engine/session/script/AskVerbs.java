package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.query.Change;
import dev.trapwalk.engine.session.query.CoverageReport;
import dev.trapwalk.engine.session.query.Derivation;
import dev.trapwalk.engine.session.query.Diff;
import dev.trapwalk.engine.session.query.ErrorAnswer;
import dev.trapwalk.engine.session.query.FastpathAnswer;
import dev.trapwalk.engine.session.query.FaultAnswer;
import dev.trapwalk.engine.session.query.NextThread;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.NamedObject;

/** {@code why fastpath, why error, walk, fault, next, caps, diff, last, coverage}: the session's answers. */
final class AskVerbs {

    private AskVerbs() {
    }

    static void register(SessionActor actor, Map<String, SessionActor.Verb> verbs) {
        verbs.put("why", words -> words.accept("fastpath") ? FastpathAnswer.of(unit(actor, words)).text()
                : words.accept("error") ? ErrorAnswer.of(unit(actor, words)).text() : why(words));
        verbs.put("walk", words -> CSpaceWalk.of(machine(actor), actor.state().enteredThread(),
                words.number("cptr")).text());
        verbs.put("fault", words -> List.of(FaultAnswer.of(machine(actor), object(actor, words).address()).text()));
        verbs.put("next", words -> NextThread.of(machine(actor)).text());
        verbs.put("caps", words -> {
            long slot = object(actor, words).start() + words.number("slot") * Cte.BYTES;
            return Derivation.of(machine(actor), slot).map(Derivation::text)
                    .orElse(List.of(Messages.get("script.emptySlot")));
        });
        verbs.put("diff", words -> diff(actor, words));
        verbs.put("last", words -> List.of(actor.send(new Command.LastChange(LocationText.watch(words))).toString()));
        verbs.put("coverage", words -> coverage(actor, words));
    }

    private static List<String> why(Words words) {
        throw new ScriptException(Messages.get("script.why", words.rest()));
    }

    /**
     * The unit with a number, else the one in which or before which the machine stands, with {@code -1} the one
     * before.
     */
    private static UnitRecord unit(SessionActor actor, Words words) {
        long unit = words.hasNext() ? words.number("unit") : 0;
        return actor.send(new Command.RecordUnit(unit > 0 ? unit : actor.state().mark().unit() + unit));
    }

    private static List<String> diff(SessionActor actor, Words words) {
        if (!words.hasNext()) {
            UnitRecord unit = unit(actor, words);
            return lines(Diff.between(unit.before(), unit.after()));
        }
        Mark from = MotionVerbs.mark(words);
        MachineImage before = actor.send(new Command.PictureAt(from));
        MachineImage after = words.hasNext() ? actor.send(new Command.PictureAt(MotionVerbs.mark(words)))
                : machine(actor);
        return lines(Diff.between(before, after));
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream().map(Change::text).toList();
    }

    private static List<String> coverage(SessionActor actor, Words words) {
        List<String> lines = new ArrayList<>();
        var coverage = actor.send(new Command.CoverageSoFar());
        if (words.accept("of")) {
            lines.addAll(CoverageReport.table(coverage, words.next("kernel function")));
        } else if (words.accept("lcov")) {
            lines.addAll(CoverageReport.lcov(coverage).lines().toList());
        } else {
            lines.add(CoverageReport.summary(coverage));
        }
        return lines;
    }

    private static MachineImage machine(SessionActor actor) {
        return actor.state().machine();
    }

    private static NamedObject object(SessionActor actor, Words words) {
        String name = words.next("object");
        return machine(actor).objects().named(name)
                .orElseThrow(() -> new ScriptException(Messages.get("breakpoint.noSuchObject", name)));
    }
}
