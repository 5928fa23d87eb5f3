package dev.trapwalk.engine.session.target;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.program.Statement;

/** The user programs of a machine and where their threads stand in them. */
public interface Programs {

    /** The statements of a thread's program by TCB name; empty when it has none. */
    List<Statement> statements(String thread);

    /**
     * The statement that a thread executes next, or executes now while it is in the kernel.
     *
     * @param memory where to look: the live memory or a picture
     * @param tcb the thread
     */
    Optional<Statement> current(Words memory, long tcb);

    /**
     * Whether a thread stands at the first instruction of a statement: a statement can take more than one. Also true
     * where there is no program.
     */
    boolean atStart(Words memory, long tcb);

    /**
     * The system call from which a thread has just returned to its program, before the program has looked at the
     * results.
     */
    default Optional<Statement.SystemCall> returned(Words memory, long tcb) {
        return Optional.empty();
    }

    /** A machine without programs. */
    Programs NONE = new Programs() {
        @Override
        public List<Statement> statements(String thread) {
            return List.of();
        }

        @Override
        public Optional<Statement> current(Words memory, long tcb) {
            return Optional.empty();
        }

        @Override
        public boolean atStart(Words memory, long tcb) {
            return true;
        }
    };
}
