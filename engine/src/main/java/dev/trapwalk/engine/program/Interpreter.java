package dev.trapwalk.engine.program;

import java.util.List;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import dev.trapwalk.engine.program.Statement.SystemCall.Kind;

/**
 * What each instruction of a program does, as libsel4 on x86-64 does it: message words live in the IPC buffer, the
 * first four travel in registers. An instruction that faults changes nothing that its restart would not write again.
 */
final class Interpreter {

    private static final int SPIN_NS = 1;

    private static final long[] NO_WORDS = {};

    private ExpectationListener listener;
    private ExecutionListener executions;
    private UserMode user;
    private ProgramImage image;
    private boolean faulted;
    private long[] words;

    void setListener(ExpectationListener expectationListener) {
        listener = expectationListener;
    }

    void setExecutionListener(ExecutionListener executionListener) {
        executions = executionListener;
    }

    /** Executes the instruction at rip, which belongs to {@code statement}. */
    void execute(UserMode mode, ProgramImage programImage, Statement statement) {
        user = mode;
        image = programImage;
        faulted = false;
        words = NO_WORDS;
        long at = image.address(image.indexAt(user.rip()));
        int offset = (int) (user.rip() - at);
        long next = at + ProgramImage.STATEMENT_BYTES;
        if (statement instanceof Statement.SystemCall call) {
            next = systemCall(call, at, offset);
        } else if (statement instanceof Statement.SetMessageRegister set) {
            storeBuffer(IpcBuffer.MESSAGE + set.index(), seen(value(set.value())));
        } else if (statement instanceof Statement.SetCap set) {
            storeBuffer(IpcBuffer.CAPS_OR_BADGES + set.index(), seen(value(set.cptr())));
        } else if (statement instanceof Statement.SetReceivePath set) {
            storeBuffer(IpcBuffer.RECEIVE_CNODE, value(set.cnode()));
            storeBuffer(IpcBuffer.RECEIVE_INDEX, value(set.index()));
            storeBuffer(IpcBuffer.RECEIVE_DEPTH, value(set.depth()));
        } else if (statement instanceof Statement.Assign assign) {
            store(image.variable(assign.name()), seen(value(assign.value())));
        } else if (statement instanceof Statement.Load load) {
            long word = seen(load(value(load.address())));
            if (load.result() != null) {
                store(image.variable(load.result()), word);
            }
        } else if (statement instanceof Statement.Store set) {
            store(value(set.address()), seen(value(set.value())));
        } else if (statement instanceof Statement.Undefined) {
            user.raise(UserMode.INVALID_OPCODE, 0);
        } else if (statement instanceof Statement.Spin spin) {
            next = spin(spin, at, offset);
        } else if (statement instanceof Statement.Expect expect) {
            expect(expect);
        }
        if (user.trap() == UserMode.Trap.NONE) {
            user.jump(next);
            if (executions != null && next == at + ProgramImage.STATEMENT_BYTES) {
                executions.executed(image.program(), statement, words);
            }
        }
    }

    private long seen(long word) {
        words = executions == null ? NO_WORDS : new long[] {word};
        return word;
    }

    private long systemCall(Statement.SystemCall call, long at, int offset) {
        if (offset < ProgramImage.TRAP_OFFSET) {
            prepare(call);
            return at + ProgramImage.TRAP_OFFSET;
        }
        if (offset < ProgramImage.RESULT_OFFSET) {
            user.syscall();
            return at;
        }
        finish(call);
        return at + ProgramImage.STATEMENT_BYTES;
    }

    private void prepare(Statement.SystemCall call) {
        long info = value(call.info());
        List<Value> message = call.message();
        for (int i = Register.MESSAGE_REGISTERS; i < message.size(); i++) {
            storeBuffer(IpcBuffer.MESSAGE + i, value(message.get(i)));
        }
        for (int i = 0; i < call.caps().size(); i++) {
            storeBuffer(IpcBuffer.CAPS_OR_BADGES + i, value(call.caps().get(i)));
        }
        for (int i = 0; i < Register.MESSAGE_REGISTERS; i++) {
            long word = i < message.size() ? value(message.get(i))
                    : message.isEmpty() && i < MessageInfo.LENGTH.in(info) ? loadBuffer(IpcBuffer.MESSAGE + i) : 0;
            user.set(Register.message(i), word);
        }
        user.set(Register.RDX, call.number());
        user.set(Register.CAP, value(call.cptr()));
        user.set(Register.MSG_INFO, info);
        call.registers().forEach((register, word) -> user.set(register, value(word)));
    }

    private void finish(Statement.SystemCall call) {
        long info = user.get(Register.MSG_INFO);
        if (executions != null) {
            words = new long[2 + Register.MESSAGE_REGISTERS];
            words[0] = info;
            words[1] = user.get(Register.CAP);
            for (int i = 0; i < Register.MESSAGE_REGISTERS; i++) {
                words[2 + i] = user.get(Register.message(i));
            }
        }
        long received = switch (call.kind()) {
            case RECEIVE -> Register.MESSAGE_REGISTERS;
            case INVOCATION -> Math.min(Register.MESSAGE_REGISTERS, MessageInfo.LENGTH.in(info));
            case SEND, RAW -> 0;
        };
        for (int i = 0; i < received; i++) {
            storeBuffer(IpcBuffer.MESSAGE + i, user.get(Register.message(i)));
        }
        if (call.result() != null) {
            store(image.variable(call.result()),
                    call.kind() == Kind.INVOCATION ? MessageInfo.LABEL.in(info) : user.get(Register.CAP));
        }
    }

    private long spin(Statement.Spin spin, long at, int offset) {
        if (offset < ProgramImage.TRAP_OFFSET) {
            user.set(Register.RDI, spin.nanoseconds());
            return at + ProgramImage.TRAP_OFFSET;
        }
        user.set(Register.RDI, user.spin(user.get(Register.RDI), SPIN_NS));
        return user.get(Register.RDI) == 0 ? at + ProgramImage.STATEMENT_BYTES : user.rip();
    }

    private void expect(Statement.Expect expect) {
        long actual = value(expect.actual());
        long expected = value(expect.expected());
        int order = Long.compareUnsigned(actual, expected);
        boolean holds = switch (expect.relation()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
        };
        if (executions != null) {
            words = new long[] {actual, expected, holds ? 1 : 0};
        }
        if (!holds && !faulted && listener != null) {
            listener.failed(image.program(), expect, actual, expected);
        }
    }

    private long value(Value value) {
        if (value instanceof Value.Constant constant) {
            return constant.word();
        }
        if (value instanceof Value.Variable variable) {
            return load(image.variable(variable.name()));
        }
        if (value instanceof Value.MessageRegister register) {
            return loadBuffer(IpcBuffer.MESSAGE + register.index());
        }
        return 0;
    }

    private long loadBuffer(int word) {
        return load(load(image.dataStart()) + 8L * word);
    }

    private void storeBuffer(int word, long value) {
        store(load(image.dataStart()) + 8L * word, value);
    }

    /** After the first fault of an instruction nothing more is accessed: its exception is the one that counts. */
    private long load(long address) {
        if (faulted) {
            return 0;
        }
        long word = user.load(address);
        faulted = user.trap() != UserMode.Trap.NONE;
        return word;
    }

    private void store(long address, long value) {
        if (!faulted) {
            faulted = !user.store(address, value);
        }
    }
}
