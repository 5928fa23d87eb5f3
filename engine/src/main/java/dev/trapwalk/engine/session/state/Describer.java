package dev.trapwalk.engine.session.state;

import java.util.Optional;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Words;

/**
 * Turns words of a machine into the texts that people read: names of the layout, seL4's names, hexadecimal for words,
 * addresses and badges, decimal for counts. The same texts in every front end.
 */
public final class Describer {

    private final Words memory;
    private final ObjectTable objects;
    private final CapText caps;

    /** For that memory with those names. */
    public Describer(Words memory, ObjectTable objects) {
        this.memory = memory;
        this.objects = objects;
        this.caps = new CapText(this);
    }

    /** A word. */
    public static String hex(long word) {
        return "0x" + Long.toHexString(word);
    }

    /** A value by its kind. */
    public String text(Operand.Kind kind, long value) {
        return switch (kind) {
            case WORD, CPTR -> hex(value);
            case COUNT -> Long.toString(value);
            case FLAG -> value == 0 ? "0" : "1";
            case SLOT -> value == 0 ? "0" : slot(value) + "  " + capIn(value);
            case TCB -> value == 0 ? "0" : thread(value);
            case ENDPOINT, NOTIFICATION -> value == 0 ? "0" : object(value);
            case MESSAGE_INFO -> messageInfo(value);
            case CAP -> caps.word0(value);
            case LABEL -> label(value);
            case ERROR -> error(value);
            case THREAD_STATE -> threadState(value);
            case SYSCALL -> syscall(value);
            case RIGHTS -> rights(value);
        };
    }

    /** The name of the object at an address, an offset if it points into one, else the address. */
    public String object(long address) {
        Optional<NamedObject> object = objects.containing(address);
        if (object.isEmpty()) {
            return hex(address);
        }
        long offset = address - object.get().address();
        return offset == 0 ? object.get().name() : object.get().name() + "+" + hex(offset);
    }

    /** The name of untyped memory, not of what was made in it. */
    String untyped(long start) {
        return objects.untyped(start).map(NamedObject::name).orElseGet(() -> object(start));
    }

    /** The name of a thread. */
    public String thread(long tcb) {
        return tcb == KernelGlobals.IDLE_TCB ? "idle_thread" : object(tcb);
    }

    /** A slot as {@code root[9]} or {@code client.tcbCaller}, else its address. */
    public String slot(long address) {
        Optional<NamedObject> object = objects.containing(address);
        if (object.isPresent()) {
            int index = (int) ((address - object.get().start()) >>> Cte.SIZE_BITS);
            if (object.get().type() == ObjectType.CNODE) {
                return object.get().name() + "[" + index + "]";
            }
            if (object.get().type() == ObjectType.TCB && index < Tcb.SLOTS) {
                return object.get().name() + "." + Blocks.TCB_SLOTS.get(index);
            }
        }
        return hex(address);
    }

    /** The capability in a slot, as {@code endpoint ep  RWG  badge 0x11}. */
    public String capIn(long slot) {
        return cap(memory.read(slot), memory.read(slot + 8));
    }

    /** A capability by its two words. */
    public String cap(long word0, long word1) {
        return caps.text(word0, word1);
    }

    /** A message info word as {@code CNodeCopy, 5 words, 1 cap}. */
    public String messageInfo(long word) {
        long length = MessageInfo.LENGTH.in(word);
        long extra = MessageInfo.EXTRA_CAPS.in(word);
        long unwrapped = MessageInfo.CAPS_UNWRAPPED.in(word);
        String text = label(MessageInfo.LABEL.in(word)) + ", " + length + (length == 1 ? " word" : " words");
        text += extra == 0 ? "" : ", " + extra + (extra == 1 ? " cap" : " caps");
        return unwrapped == 0 ? text : text + ", unwrapped " + unwrapped;
    }

    /** An invocation label by name, or the number. */
    public String label(long number) {
        InvocationLabel label = InvocationLabel.of(number);
        return label == null || number == 0 ? "label " + number : label.label();
    }

    /** An error as {@code seL4_DeleteFirst (8)}. */
    public String error(long number) {
        SyscallError error = SyscallError.of(number);
        return error == null ? "error " + number : error.label() + " (" + number + ")";
    }

    /** A thread state's name. */
    public String threadState(long number) {
        ThreadState state = ThreadState.of(number);
        return state == null ? "state " + number : state.label();
    }

    /** A system call as {@code Call (-1)}. */
    public String syscall(long number) {
        Syscall syscall = Syscall.of(number);
        return syscall == null ? "unknown " + hex(number) : syscall.label() + " (" + number + ")";
    }

    /** Rights bits as letters: R, W, G, P (grant reply). */
    public static String rights(long bits) {
        String text = (Rights.READ.in(bits) != 0 ? "R" : "") + (Rights.WRITE.in(bits) != 0 ? "W" : "")
                + (Rights.GRANT.in(bits) != 0 ? "G" : "") + (Rights.GRANT_REPLY.in(bits) != 0 ? "P" : "");
        return text.isEmpty() ? "-" : text;
    }
}
