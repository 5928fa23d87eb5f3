package dev.trapwalk.engine.session.expression;

import dev.trapwalk.engine.session.target.Words;

/** What an expression is evaluated on: the machine's words, and the operands of the point where it stands. */
public class Env {

    /** The words of the machine. */
    public final Words memory;
    /** Kernel window address of the register file. */
    public final long registerFile;
    /** Outcome of the decision passed; true elsewhere. */
    public boolean outcome = true;
    /** The thread for which the kernel works. */
    public long thread;
    /** Operands of the point, in order. */
    public long a;
    /** Second operand. */
    public long b;
    /** Third operand. */
    public long c;
    /** Fourth operand. */
    public long d;

    /** On those words. */
    public Env(Words memory, long registerFile) {
        this.memory = memory;
        this.registerFile = registerFile;
    }
}
