package dev.trapwalk.engine.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a program lies in the VSpace of its thread: {@link #STATEMENT_BYTES} bytes of code per statement, an exit
 * stub behind the last one, and a page-aligned data part with the address of the IPC buffer in word 0 and one word
 * per variable.
 *
 * <p>A position in a program is an instruction address and nothing else: {@link #statementAt} reads it back.
 */
public final class ProgramImage {

    /** Bytes of code of one statement. */
    public static final int STATEMENT_BYTES = 16;
    /** Offset of the {@code syscall} instruction in the code of a system call, and of the loop in that of a delay. */
    public static final int TRAP_OFFSET = 8;
    /** Offset of the code behind the {@code syscall} instruction, which puts the results away. */
    public static final int RESULT_OFFSET = 10;

    private static final long PAGE = 4096;

    private final Program program;
    private final long base;
    private final Map<String, Long> variables = new LinkedHashMap<>();

    /** Places a program at the page-aligned user address {@code base}. */
    public ProgramImage(Program program, long base) {
        this.program = program;
        this.base = base;
        long address = dataStart() + 8;
        for (Statement statement : program.statements()) {
            for (String name : Variables.of(statement)) {
                if (variables.putIfAbsent(name, address) == null) {
                    address += 8;
                }
            }
        }
    }

    /** The program. */
    public Program program() {
        return program;
    }

    /** Address of the first instruction. */
    public long start() {
        return base;
    }

    /** Address of the exit stub, where the program ends. */
    public long exit() {
        return address(program.statements().size());
    }

    /** Address of the first instruction of a statement. */
    public long address(int statement) {
        return base + (long) statement * STATEMENT_BYTES;
    }

    /** First address of the data: the word that holds the address of the IPC buffer. */
    public long dataStart() {
        return base + pages(exit() + STATEMENT_BYTES - base) * PAGE;
    }

    /** First address behind the data. */
    public long end() {
        return dataStart() + pages(8L * (variables.size() + 1)) * PAGE;
    }

    /** Address of a variable's word. */
    public long variable(String name) {
        return variables.get(name);
    }

    /** Names of the variables, in order of appearance. */
    public List<String> variables() {
        return new ArrayList<>(variables.keySet());
    }

    /** Whether an instruction address lies in this program's code, exit stub included. */
    public boolean contains(long address) {
        return address >= base && address < exit() + STATEMENT_BYTES;
    }

    /** Number of the statement that an instruction address belongs to; empty at the exit stub and outside. */
    public Optional<Integer> statementAt(long address) {
        return address >= base && address < exit() ? Optional.of(indexAt(address)) : Optional.empty();
    }

    /** The same without a check. */
    int indexAt(long address) {
        return (int) ((address - base) / STATEMENT_BYTES);
    }

    private static long pages(long bytes) {
        return (bytes + PAGE - 1) / PAGE;
    }
}
