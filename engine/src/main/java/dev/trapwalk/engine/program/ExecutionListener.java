package dev.trapwalk.engine.program;

/** Is told what a statement of a program did when it was executed to its end: without a fault, and not only begun. */
@FunctionalInterface
public interface ExecutionListener {

    /**
     * A statement is done.
     *
     * @param program whose it is
     * @param statement the statement
     * @param words what it worked with. A system call: message info, badge, message registers 0..3 as the kernel left
     *        them. An expectation: the word found, the word it was compared with, 1 if it holds. A load, store,
     *        assignment or seL4_SetMR, seL4_SetCap: the word. Others: nothing
     */
    void executed(Program program, Statement statement, long... words);
}
