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

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        verbs.put("why", words -> words.accept("fastpath") ? FastpathAnswer.of(unit(stage, words)).text()
                : words.accept("error") ? ErrorAnswer.of(unit(stage, words)).text() : why(words));
        verbs.put("walk", words -> CSpaceWalk.of(machine(stage), stage.state().enteredThread(),
                words.number("cptr")).text());
        verbs.put("fault", words -> List.of(FaultAnswer.of(machine(stage), object(stage, words).address()).text()));
        verbs.put("next", words -> NextThread.of(machine(stage)).text());
        verbs.put("caps", words -> {
            long slot = object(stage, words).start() + words.number("slot") * Cte.BYTES;
            return Derivation.of(machine(stage), slot).map(Derivation::text)
                    .orElse(List.of(Messages.get("script.emptySlot")));
        });
        verbs.put("diff", words -> diff(stage, words));
        verbs.put("last", words -> List.of(stage.send(new Command.LastChange(LocationText.watch(words))).toString()));
        verbs.put("coverage", words -> coverage(stage, words));
    }

    private static List<String> why(Words words) {
        throw new ScriptException(Messages.get("script.why", words.rest()));
    }

    /**
     * The unit with a number, else the one in which or before which the machine stands, with {@code -1} the one
     * before.
     */
    private static UnitRecord unit(Stage stage, Words words) {
        long unit = words.hasNext() ? words.number("unit") : 0;
        return stage.send(new Command.RecordUnit(unit > 0 ? unit : stage.state().mark().unit() + unit));
    }

    private static List<String> diff(Stage stage, Words words) {
        if (!words.hasNext()) {
            UnitRecord unit = unit(stage, words);
            return lines(Diff.between(unit.before(), unit.after()));
        }
        Mark from = MarkVerbs.mark(stage, words);
        MachineImage before = stage.send(new Command.PictureAt(from));
        MachineImage after = words.hasNext() ? stage.send(new Command.PictureAt(MarkVerbs.mark(stage, words)))
                : machine(stage);
        return lines(Diff.between(before, after));
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream().map(Change::text).toList();
    }

    private static List<String> coverage(Stage stage, Words words) {
        List<String> lines = new ArrayList<>();
        var coverage = stage.send(new Command.CoverageSoFar());
        if (words.accept("of")) {
            lines.addAll(CoverageReport.table(coverage, words.next("kernel function")));
        } else if (words.accept("lcov")) {
            lines.addAll(CoverageReport.lcov(coverage).lines().toList());
        } else {
            lines.add(CoverageReport.summary(coverage));
        }
        return lines;
    }

    private static MachineImage machine(Stage stage) {
        return stage.state().machine();
    }

    private static NamedObject object(Stage stage, Words words) {
        String name = words.next("object");
        return machine(stage).objects().named(name)
                .orElseThrow(() -> new ScriptException(Messages.get("breakpoint.noSuchObject", name)));
    }
}
