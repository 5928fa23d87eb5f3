package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.history.UndoJournal;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import dev.trapwalk.engine.session.target.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What keeping the history costs: the same million steps with and without it. Each run has a machine of its own, so the
 * heap is fixed and touched beforehand; otherwise its growth would be measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = {"-Xms1500m", "-Xmx1500m", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 10, time = 1)
public class RecordingBench {

    private static final int ROUNDS = 15_000;

    /** The scenario after boot. */
    @State(Scope.Thread)
    public static class Booted {

        Target target;

        @Setup(Level.Invocation)
        public void boot() {
            target = ScenarioTarget.factory(Scenarios.pingPong(ROUNDS)).boot();
        }
    }

    /** Nothing recorded. */
    @Benchmark
    public long unrecorded(Booted booted) {
        long units = 0;
        while (booted.target.advance() != Advance.ENDED) {
            units++;
        }
        return units;
    }

    /** With the history. */
    @Benchmark
    public long recorded(Booted booted) {
        UndoJournal journal = new UndoJournal(booted.target.memory(), SessionSettings.DEFAULT_HISTORY_BYTES);
        booted.target.memory().setJournal(journal);
        long units = 0;
        journal.beginUnit(0);
        while (booted.target.advance() != Advance.ENDED) {
            journal.beginUnit(++units);
        }
        return journal.usedBytes();
    }
}
