package dev.trapwalk.lang.model;

import static dev.trapwalk.lang.model.ObjectType.PD;
import static dev.trapwalk.lang.model.ObjectType.PDPT;
import static dev.trapwalk.lang.model.ObjectType.PGD;
import static dev.trapwalk.lang.model.ObjectType.PML4;
import static dev.trapwalk.lang.model.ObjectType.PT;
import static dev.trapwalk.lang.model.ObjectType.PUD;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The architectures of capDL: word width, the levels of their address spaces (root first) and their frame sizes. */
public enum Arch {
    IA32("ia32", 32, 32, List.of(new Level(PD, 10), new Level(PT, 10)), Set.of(12, 22)),
    ARM11("arm11", 32, 40, List.of(new Level(PD, 12), new Level(PT, 8)), Set.of(12, 16, 20, 21, 24, 25)),
    X86_64("x86_64", 64, 52, List.of(new Level(PML4, 9), new Level(PDPT, 9), new Level(PD, 9), new Level(PT, 9)),
            Set.of(12, 21, 30)),
    AARCH64("aarch64", 64, 48, List.of(new Level(PGD, 9), new Level(PUD, 9), new Level(PD, 9), new Level(PT, 9)),
            Set.of(12, 21, 30)),
    RISCV("riscv", 64, 56, List.of(new Level(PT, 9), new Level(PT, 9), new Level(PT, 9)), Set.of(12, 21, 30));

    /** One level of an address space: the table's type and the bits of a virtual address that index it. */
    public record Level(ObjectType type, int indexBits) {
    }

    /** log2 bytes of the smallest frame, on every architecture. */
    public static final int PAGE_BITS = 12;

    private final String keyword;
    private final int wordBits;
    private final int physicalBits;
    private final List<Level> levels;
    private final Set<Integer> frameBits;

    Arch(String keyword, int wordBits, int physicalBits, List<Level> levels, Set<Integer> frameBits) {
        this.keyword = keyword;
        this.wordBits = wordBits;
        this.physicalBits = physicalBits;
        this.levels = levels;
        this.frameBits = frameBits;
    }

    /** The architecture's name in capDL. */
    public String keyword() {
        return keyword;
    }

    /** Bits of a machine word, and so of a CPtr: 32 or 64. */
    public int wordBits() {
        return wordBits;
    }

    /** Bits of a physical address. */
    public int physicalBits() {
        return physicalBits;
    }

    /** Levels of an address space, root first. */
    public List<Level> levels() {
        return levels;
    }

    /** Type of the root of an address space. */
    public ObjectType vspaceRoot() {
        return levels.get(0).type();
    }

    /** Whether a frame of 2^{@code bits} bytes exists; on 32-bit Arm with or without LPAE. */
    public boolean hasFrame(int bits) {
        return frameBits.contains(bits);
    }

    /** log2 bytes of the frames of this architecture. */
    public Set<Integer> frameBits() {
        return frameBits;
    }

    /** log2 slots of a table of {@code type}, or -1. */
    public int tableBits(ObjectType type) {
        for (Level level : levels) {
            if (level.type() == type) {
                return level.indexBits();
            }
        }
        return -1;
    }

    /** log2 of the bytes that one slot of level {@code index} covers. */
    public int coverBits(int index) {
        int bits = PAGE_BITS;
        for (int below = index + 1; below < levels.size(); below++) {
            bits += levels.get(below).indexBits();
        }
        return bits;
    }

    public boolean isX86() {
        return this == IA32 || this == X86_64;
    }

    public boolean isArm() {
        return this == ARM11 || this == AARCH64;
    }

    /** The architecture called {@code keyword}. */
    public static Optional<Arch> of(String keyword) {
        for (Arch arch : values()) {
            if (arch.keyword.equals(keyword)) {
                return Optional.of(arch);
            }
        }
        return Optional.empty();
    }
}
