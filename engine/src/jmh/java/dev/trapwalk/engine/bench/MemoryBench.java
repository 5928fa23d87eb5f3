package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.machine.PhysicalMemory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one word of kernel state costs to read and to write. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MemoryBench {

    private static final long ADDRESS = PhysicalMemory.pptr(0x20_0000);

    private final PhysicalMemory memory = new PhysicalMemory(1L << 24);
    private final PhysicalMemory journalled = new PhysicalMemory(1L << 24);
    private long journalEntries;
    private long value;

    public MemoryBench() {
        journalled.setJournal((address, old) -> journalEntries++);
    }

    @Benchmark
    public long readWord() {
        return memory.read(ADDRESS);
    }

    @Benchmark
    public void writeWord() {
        memory.write(ADDRESS, ++value);
    }

    @Benchmark
    public void writeWordUnderAJournal() {
        journalled.write(ADDRESS, ++value);
    }
}
