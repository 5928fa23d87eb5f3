package dev.trapwalk.engine.session.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand;

/** The register groups of a thread. */
final class Registers {

    private static final List<String> CONTROL =
            List.of("cr3", "cr2", "tlbFlushes", "kernelStackPointer", "inKernel", "clock");

    private Registers() {
    }

    /** Groups of a thread; live and control registers belong to the one that is on the processor. */
    static List<RegisterGroup> of(MachineImage machine, long tcb, boolean onProcessor) {
        List<RegisterGroup> groups = new ArrayList<>();
        if (onProcessor) {
            groups.add(new RegisterGroup(RegisterGroup.Kind.LIVE,
                    bank(machine, machine.registerAddress(Register.RDI))));
        }
        groups.add(new RegisterGroup(RegisterGroup.Kind.SAVED,
                bank(machine, Tcb.registerAddress(tcb, Register.RDI))));
        groups.add(new RegisterGroup(RegisterGroup.Kind.MESSAGE, message(machine, tcb, onProcessor)));
        if (onProcessor) {
            groups.add(new RegisterGroup(RegisterGroup.Kind.CONTROL, control(machine)));
        }
        return groups;
    }

    private static List<Variable> bank(MachineImage machine, long base) {
        List<Variable> registers = new ArrayList<>();
        for (Register register : Register.values()) {
            registers.add(word(machine, name(register), kind(register), base + 8L * register.ordinal()));
        }
        return registers;
    }

    private static List<Variable> message(MachineImage machine, long tcb, boolean onProcessor) {
        boolean live = onProcessor && machine.get(Tcb.STATE, tcb) != 0;
        List<Variable> words = new ArrayList<>();
        words.add(word(machine, "msgInfo", Operand.Kind.MESSAGE_INFO, source(machine, tcb, Register.MSG_INFO, live)));
        long length = Math.min(MessageInfo.LENGTH.in(words.get(0).value()), MessageInfo.MAX_LENGTH);
        for (int i = 0; i < Register.MESSAGE_REGISTERS; i++) {
            words.add(word(machine, "mr" + i, Operand.Kind.WORD, source(machine, tcb, Register.message(i), live)));
        }
        Optional<Long> buffer = ipcBuffer(machine, tcb);
        for (int i = Register.MESSAGE_REGISTERS; buffer.isPresent() && i < length; i++) {
            words.add(word(machine, "mr" + i, Operand.Kind.WORD, buffer.get() + 8L * (IpcBuffer.MESSAGE + i)));
        }
        return words;
    }

    private static long source(MachineImage machine, long tcb, Register register, boolean live) {
        return live ? machine.registerAddress(register) : Tcb.registerAddress(tcb, register);
    }

    /** Kernel window address of a thread's IPC buffer, from the frame in its buffer slot. */
    static Optional<Long> ipcBuffer(MachineImage machine, long tcb) {
        long slot = Tcb.slot(tcb, Tcb.BUFFER);
        if (CapType.of(machine.read(slot)) != CapType.FRAME) {
            return Optional.empty();
        }
        long mask = (1L << 12 + 9 * machine.get(FrameCap.SIZE, slot)) - 1;
        return Optional.of(machine.get(FrameCap.BASE_PTR, slot) + (machine.get(Tcb.IPC_BUFFER, tcb) & mask));
    }

    private static List<Variable> control(MachineImage machine) {
        List<Variable> registers = new ArrayList<>();
        long base = machine.registerAddress(Register.RDI) + 8L * Register.COUNT;
        for (int i = 0; i < CONTROL.size(); i++) {
            Operand.Kind kind = i == 2 || i == 5 ? Operand.Kind.COUNT : i == 4 ? Operand.Kind.FLAG : Operand.Kind.WORD;
            registers.add(word(machine, CONTROL.get(i), kind, base + 8L * i));
        }
        return registers;
    }

    private static Variable word(MachineImage machine, String name, Operand.Kind kind, long address) {
        return new Variable(name, kind, machine.read(address), Optional.of(FieldRef.word(address)), machine);
    }

    /** The name as in assembly; seL4's own for what is not a processor register. */
    private static String name(Register register) {
        return switch (register) {
            case NEXT_IP -> "rip";
            case FLAGS -> "rflags";
            case FAULT_IP -> "FaultIP";
            case ERROR -> "Error";
            default -> register.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Operand.Kind kind(Register register) {
        return switch (register) {
            case RDI -> Operand.Kind.CPTR;
            case RSI -> Operand.Kind.MESSAGE_INFO;
            default -> Operand.Kind.WORD;
        };
    }
}
