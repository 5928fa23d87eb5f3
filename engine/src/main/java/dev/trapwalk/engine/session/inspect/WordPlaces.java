package dev.trapwalk.engine.session.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.MachineImage;

/** Tells of a word of memory which part of which kernel object it is, by where it lies. */
public final class WordPlaces {

    private static final int FAULT_WORD = (int) (Tcb.FAULT / Long.BYTES);
    private static final int LOOKUP_FAILURE_WORD = (int) (Tcb.LOOKUP_FAILURE / Long.BYTES);
    private static final int REGISTERS_WORD = Tcb.registers()[0].word();
    private static final int SLOT_WORDS = Cte.BYTES / Long.BYTES;

    private final Census census;
    private final MachineImage machine;

    /** By the objects of a census. */
    public WordPlaces(Census census) {
        this.census = census;
        this.machine = census.machine();
    }

    /** What the word at an 8-byte aligned kernel window address is. */
    public WordPlace at(long address) {
        if (KernelVariables.contains(address)) {
            return ofKernel(address);
        }
        if (address - machine.registerAddress(Register.at(0)) >>> 3 < Register.COUNT) {
            Register register = Register.at((int) (address - machine.registerAddress(Register.at(0)) >>> 3));
            return new WordPlace(null, Messages.get("word.processor"), name(register), layout(register));
        }
        Optional<KernelObject> object = census.at(address);
        return object.map(found -> of(found, address))
                .orElseGet(() -> new WordPlace(null, "", "", WordLayouts.PLAIN));
    }

    private WordPlace ofKernel(long address) {
        long slots = KernelGlobals.INT_STATE_IRQ_NODE;
        if (address >= slots && address < slots + 256L * Cte.BYTES) {
            return slot(null, "intStateIRQNode[" + (address - slots) / Cte.BYTES + "]", address & -Cte.BYTES, address);
        }
        if (address >= KernelGlobals.KS_IDLE_THREAD_TCB && address < KernelGlobals.KS_IDLE_THREAD_TCB
                + (1L << Tcb.SIZE_BITS)) {
            return thread(new CapObject(CapType.THREAD, KernelGlobals.IDLE_TCB, Tcb.SIZE_BITS), "idle_thread", address);
        }
        WordLayout layout = address == KernelGlobals.CURRENT_FAULT ? WordLayouts.FAULT
                : address == KernelGlobals.CURRENT_LOOKUP_FAULT ? WordLayouts.LOOKUP_FAULT : WordLayouts.PLAIN;
        return new WordPlace(null, "", KernelVariables.at(address).orElse(""), layout);
    }

    private WordPlace of(KernelObject object, long address) {
        CapObject what = object.what();
        int word = (int) (address - object.start() >>> 3);
        return switch (what.type()) {
            case CNODE -> slot(what, object.name() + "[" + word / SLOT_WORDS + "]", address & -Cte.BYTES, address);
            case THREAD -> thread(what, object.name(), address);
            case ENDPOINT -> new WordPlace(what, object.name(), names(Blocks.ENDPOINT_FIELDS, word),
                    WordLayouts.endpoint(word));
            case NOTIFICATION -> new WordPlace(what, object.name(), names(Blocks.NOTIFICATION_FIELDS, word),
                    WordLayouts.notification(word));
            case PML4 -> table(object, word, WordLayouts.PML4E);
            case PDPT -> table(object, word, WordLayouts.PDPTE);
            case PAGE_DIRECTORY -> table(object, word, WordLayouts.PDE);
            case PAGE_TABLE -> table(object, word, WordLayouts.PTE);
            case FRAME -> frame(object, address);
            default -> new WordPlace(what, object.name(), "", WordLayouts.PLAIN);
        };
    }

    private static WordPlace table(KernelObject object, int word, WordLayout layout) {
        return new WordPlace(object.what(), object.name() + "[" + word % PageTableEntry.ENTRIES + "]", "", layout);
    }

    private WordPlace slot(CapObject object, String owner, long slot, long address) {
        CapType type = CapType.of(machine.read(slot));
        return switch ((int) (address - slot >>> 3)) {
            case 0 -> new WordPlace(object, owner, "cap.words[0]", WordLayouts.CAP_0);
            case 1 -> new WordPlace(object, owner, "cap.words[1]", WordLayouts.cap1(type));
            case 2 -> new WordPlace(object, owner, "cteMDBNode.words[0]", WordLayouts.MDB_0);
            default -> new WordPlace(object, owner, "cteMDBNode.words[1]", WordLayouts.MDB_1);
        };
    }

    private WordPlace thread(CapObject thread, String name, long address) {
        long offset = address - thread.start();
        if (offset < (long) Tcb.SLOTS * Cte.BYTES) {
            return slot(thread, name + "." + Blocks.TCB_SLOTS.get((int) (offset / Cte.BYTES)), address & -Cte.BYTES,
                    address);
        }
        int word = (int) (address - thread.id() >> 3);
        if (word >= REGISTERS_WORD && word < REGISTERS_WORD + Register.COUNT) {
            Register register = Register.at(word - REGISTERS_WORD);
            return new WordPlace(thread, name, "registers[" + name(register) + "]", layout(register));
        }
        if (word == FAULT_WORD || word == FAULT_WORD + 1) {
            return new WordPlace(thread, name, "tcbFault.words[" + (word - FAULT_WORD) + "]",
                    word == FAULT_WORD ? WordLayouts.FAULT : WordLayouts.PLAIN);
        }
        if (word == LOOKUP_FAILURE_WORD || word == LOOKUP_FAILURE_WORD + 1) {
            return new WordPlace(thread, name, "tcbLookupFailure.words[" + (word - LOOKUP_FAILURE_WORD) + "]",
                    word == LOOKUP_FAILURE_WORD ? WordLayouts.LOOKUP_FAULT : WordLayouts.PLAIN);
        }
        String fields = names(Blocks.TCB_FIELDS, word);
        return new WordPlace(thread, name, fields, fields.isEmpty() ? WordLayouts.PLAIN : WordLayouts.tcb(word));
    }

    private WordPlace frame(KernelObject frame, long address) {
        for (long tcb : census.threads()) {
            long buffer = buffer(tcb);
            int word = (int) (address - buffer >> 3);
            if (buffer != 0 && address >= buffer && address < buffer + (1L << IpcBuffer.SIZE_BITS)) {
                return new WordPlace(frame.what(), Messages.get("word.buffer", machine.describe().thread(tcb)),
                        role(word), word == IpcBuffer.TAG ? WordLayouts.MESSAGE_INFO : WordLayouts.PLAIN);
            }
        }
        return new WordPlace(frame.what(), frame.name(), "", WordLayouts.PLAIN);
    }

    private long buffer(long tcb) {
        return machine.get(Tcb.IPC_BUFFER, tcb) == 0 ? 0 : machine.ipcBuffer(tcb).orElse(0L);
    }

    private static String role(int word) {
        return switch (word) {
            case IpcBuffer.TAG -> "tag";
            case IpcBuffer.USER_DATA -> "userData";
            case IpcBuffer.RECEIVE_CNODE -> "receiveCNode";
            case IpcBuffer.RECEIVE_INDEX -> "receiveIndex";
            case IpcBuffer.RECEIVE_DEPTH -> "receiveDepth";
            default -> word < IpcBuffer.USER_DATA ? "msg[" + (word - IpcBuffer.MESSAGE) + "]"
                    : "caps_or_badges[" + (word - IpcBuffer.CAPS_OR_BADGES) + "]";
        };
    }

    private static String names(List<FieldSpec> specs, int word) {
        return specs.stream().filter(spec -> spec.field().word() == word).map(FieldSpec::name)
                .collect(Collectors.joining(", "));
    }

    private static WordLayout layout(Register register) {
        return register == Register.MSG_INFO ? WordLayouts.MESSAGE_INFO : WordLayouts.PLAIN;
    }

    private static String name(Register register) {
        return register == Register.NEXT_IP ? "rip" : register == Register.FLAGS ? "rflags"
                : register.name().toLowerCase(Locale.ROOT);
    }
}
