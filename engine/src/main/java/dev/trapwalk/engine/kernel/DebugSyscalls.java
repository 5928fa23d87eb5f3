package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.ThreadState;

/**
 * The system calls of debug builds with printing (api/syscall.c, api/debug.h; manual section "Debugging"), and what a
 * debug build knows about each thread: a name, and a list of all threads. Both lie behind the slots of the TCB block,
 * as in debug_tcb_t. They are part of handleUnknownSyscall and have no points of their own; what they print goes to
 * {@link Kernel#setConsole the console}.
 */
public final class DebugSyscalls extends KernelPart {

    /** debug_tcb_t: next, previous, then the name. */
    private static final long DEBUG_NEXT = Tcb.SLOTS * (long) Cte.BYTES;
    private static final long DEBUG_PREV = DEBUG_NEXT + 8;
    private static final long NAME = DEBUG_NEXT + 16;
    /** TCB_NAME_LENGTH: bytes of a name with its final zero. */
    private static final int NAME_BYTES = (int) (Tcb.TCB_OFFSET - NAME);
    private static final int MAX_USER_NAME = MessageInfo.MAX_LENGTH * 8;
    private static final int NAME_COLUMN = 40;
    private static final int STATE_COLUMN = 16;
    private static final int IP_COLUMN = 18;

    private final Cap cap = new Cap();

    public DebugSyscalls(Kernel kernel) {
        super(kernel);
    }

    /** Whether a number is one of the debug system calls. */
    public static boolean isDebugSyscall(long number) {
        Syscall syscall = Syscall.of(number);
        return syscall != null && syscall.isDebug();
    }

    /** Carries out a debug system call of the current thread. */
    public void handle(long number) {
        long thread = globals.curThread();
        long argument = Tcb.register(memory, thread, Register.CAP);
        switch (Syscall.of(number)) {
            case DEBUG_PUT_CHAR -> kernel.putChar((int) argument & 0xff);
            case DEBUG_DUMP_SCHEDULER -> dumpScheduler();
            case DEBUG_CAP_IDENTIFY -> {
                lookup(thread, argument);
                Tcb.setRegister(memory, thread, Register.CAP, CapType.TYPE.get(cap));
            }
            case DEBUG_NAME_THREAD -> nameThread(thread, argument);
            case DEBUG_HALT -> throw new NotModelledException("halt (the machine stops at DebugHalt)");
            default -> throw new NotModelledException("debug_capDL (DebugSnapshot)");
        }
    }

    private void lookup(long thread, long cptr) {
        if (kernel.cspace().lookupCapAndSlot(thread, cptr, cap) != ExceptionStatus.NONE) {
            cap.clear();
        }
    }

    /** The kernel halts on any mistake here, as the system is then thought to be misconfigured. */
    private void nameThread(long thread, long cptr) {
        lookup(thread, cptr);
        if (!cap.is(CapType.THREAD)) {
            throw new NotModelledException("halt (DebugNameThread: the capability is not a TCB)");
        }
        long target = ThreadCap.PTR.get(cap);
        long buffer = kernel.transfers().lookupIPCBuffer(true, thread);
        if (buffer == 0) {
            throw new NotModelledException("halt (DebugNameThread: no IPC buffer)");
        }
        long name = buffer + 8L * IpcBuffer.MESSAGE;
        int length = length(name, MAX_USER_NAME);
        if (length == MAX_USER_NAME) {
            throw new NotModelledException("halt (DebugNameThread: name too long)");
        }
        long to = target - Tcb.TCB_OFFSET + NAME;
        int copied = Math.min(length, NAME_BYTES - 1);
        for (int i = 0; i < copied; i++) {
            writeByte(to + i, readByte(name + i));
        }
        writeByte(to + copied, 0);
    }

    /** setThreadName, for the kernel's own threads and the root task; ASCII. */
    public void setThreadName(long tcb, String name) {
        append(tcb, 0, name);
    }

    /** Names a new thread after the one that creates it, and puts it at the head of the list of all (createObject). */
    public void tcbDebugAppend(long tcb) {
        int at = append(tcb, 0, "child of: '");
        long creator = globals.curThread() - Tcb.TCB_OFFSET + NAME;
        for (int i = 0; readByte(creator + i) != 0 && at < NAME_BYTES - 1; i++) {
            writeByte(tcb - Tcb.TCB_OFFSET + NAME + at++, readByte(creator + i));
        }
        append(tcb, at, "'");
        addToList(tcb);
    }

    /** Puts a thread at the head of the list of all threads. */
    public void addToList(long tcb) {
        long first = memory.read(KernelGlobals.KS_DEBUG_TCBS);
        setLink(tcb, DEBUG_PREV, 0);
        setLink(tcb, DEBUG_NEXT, first);
        if (first != 0) {
            setLink(first, DEBUG_PREV, tcb);
        }
        memory.write(KernelGlobals.KS_DEBUG_TCBS, tcb);
    }

    /** A thread is deleted: out of the list of all threads. */
    public void tcbDebugRemove(long tcb) {
        long before = link(tcb, DEBUG_PREV);
        long after = link(tcb, DEBUG_NEXT);
        if (tcb == memory.read(KernelGlobals.KS_DEBUG_TCBS)) {
            memory.write(KernelGlobals.KS_DEBUG_TCBS, after);
        } else {
            setLink(before, DEBUG_NEXT, after);
        }
        if (after != 0) {
            setLink(after, DEBUG_PREV, before);
        }
        setLink(tcb, DEBUG_PREV, 0);
        setLink(tcb, DEBUG_NEXT, 0);
    }

    private void dumpScheduler() {
        boolean domains = kernel.config().numDomains() > 1;
        StringBuilder text = new StringBuilder("Dumping all tcbs!\n");
        pad(text, "Name", NAME_COLUMN);
        pad(text, "State", STATE_COLUMN);
        pad(text, "IP", IP_COLUMN);
        text.append("Prio").append(domains ? "    Dom" : "").append('\n');
        text.append("-".repeat(88)).append(domains ? "-------" : "").append('\n');
        for (long tcb = memory.read(KernelGlobals.KS_DEBUG_TCBS); tcb != 0; tcb = link(tcb, DEBUG_NEXT)) {
            pad(text, name(tcb), NAME_COLUMN);
            pad(text, stateText(tcb), STATE_COLUMN);
            long ip = Tcb.register(memory, tcb, Register.FAULT_IP);
            pad(text, ip == 0 ? "0" : "0x" + Long.toHexString(ip), IP_COLUMN);
            text.append(String.format("%4d", Tcb.PRIORITY.get(memory, tcb)));
            if (domains) {
                text.append(String.format("   %4d", Tcb.DOMAIN.get(memory, tcb)));
            }
            text.append('\n');
        }
        for (int i = 0; i < text.length(); i++) {
            kernel.putChar(text.charAt(i));
        }
    }

    private String stateText(long tcb) {
        return switch (ThreadState.of(Tcb.STATE.get(memory, tcb))) {
            case INACTIVE -> "inactive";
            case RUNNING -> "running";
            case RESTART -> "restart";
            case BLOCKED_ON_RECEIVE -> "blocked on recv";
            case BLOCKED_ON_SEND -> "blocked on send";
            case BLOCKED_ON_REPLY -> "blocked on reply";
            case BLOCKED_ON_NOTIFICATION -> "blocked on ntfn";
            case IDLE -> "idle";
        };
    }

    /** The name that a debug build knows a thread by. */
    public String name(long tcb) {
        long at = tcb - Tcb.TCB_OFFSET + NAME;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NAME_BYTES && readByte(at + i) != 0; i++) {
            name.append((char) readByte(at + i));
        }
        return name.toString();
    }

    private static void pad(StringBuilder text, String column, int width) {
        text.append(column).append(" ".repeat(Math.max(0, width - column.length()))).append("   ");
    }

    private int append(long tcb, int at, String text) {
        int copied = Math.max(0, Math.min(text.length(), NAME_BYTES - 1 - at));
        for (int i = 0; i < copied; i++) {
            writeByte(tcb - Tcb.TCB_OFFSET + NAME + at + i, text.charAt(i));
        }
        writeByte(tcb - Tcb.TCB_OFFSET + NAME + at + copied, 0);
        return at + copied;
    }

    private int length(long from, int limit) {
        int length = 0;
        while (length < limit && readByte(from + length) != 0) {
            length++;
        }
        return length;
    }

    private long link(long tcb, long offset) {
        return memory.read(tcb - Tcb.TCB_OFFSET + offset);
    }

    private void setLink(long tcb, long offset, long value) {
        memory.write(tcb - Tcb.TCB_OFFSET + offset, value);
    }

    private int readByte(long at) {
        return (int) (memory.read(at & -8L) >>> 8 * (at & 7)) & 0xff;
    }

    private void writeByte(long at, int value) {
        int shift = (int) (8 * (at & 7));
        long word = memory.read(at & -8L);
        memory.write(at & -8L, word & ~(0xffL << shift) | (long) value << shift);
    }
}
