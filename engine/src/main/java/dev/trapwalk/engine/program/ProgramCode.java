package dev.trapwalk.engine.program;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.trapwalk.engine.machine.UserCode;
import dev.trapwalk.engine.machine.UserMode;

/**
 * Executes programs one instruction at a time: an ordinary statement is one instruction, a system call is three (load
 * the message and the registers, {@code syscall}, put the results away), a delay two.
 *
 * <p>This is the tour of the package: {@link Program} and {@link Statement} say what runs, {@link ProgramImage} where
 * it lies in memory, {@link Interpreter} what each instruction does. At the end of a program stands {@code hlt},
 * which user mode may not execute: the exception makes a thread without a fault handler inactive, and others can run.
 */
public final class ProgramCode implements UserCode {

    private final TreeMap<Long, ProgramImage> images = new TreeMap<>(Long::compareUnsigned);
    private final Interpreter interpreter = new Interpreter();

    /** Code of these programs; their addresses must not overlap, even in different VSpaces. */
    public ProgramCode(Collection<ProgramImage> programs) {
        programs.forEach(image -> images.put(image.start(), image));
    }

    /** Says who is told of expectations that do not hold, or null for nobody. */
    public void setExpectationListener(ExpectationListener listener) {
        interpreter.setListener(listener);
    }

    /** Says who is told what statements did, or null for nobody. */
    public void setExecutionListener(ExecutionListener listener) {
        interpreter.setExecutionListener(listener);
    }

    /** The program whose code contains an instruction address. */
    public Optional<ProgramImage> at(long address) {
        return Optional.ofNullable(find(address));
    }

    /** All programs. */
    public List<ProgramImage> images() {
        return List.copyOf(images.values());
    }

    @Override
    public boolean execute(UserMode user) {
        ProgramImage image = find(user.rip());
        if (image == null) {
            return false;
        }
        if (user.rip() >= image.exit()) {
            user.raise(UserMode.GENERAL_PROTECTION, 0);
        } else {
            Statement statement = image.program().statements().get(image.indexAt(user.rip()));
            interpreter.execute(user, image, statement);
        }
        return true;
    }

    private ProgramImage find(long address) {
        Map.Entry<Long, ProgramImage> below = images.floorEntry(address);
        return below != null && below.getValue().contains(address) ? below.getValue() : null;
    }
}
