package dev.trapwalk.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.Mmu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Runs a script of the root task's invocations and writes it again with what really happened, so that script and
 * expectation are one text:
 * <pre>
 * CNodeCopy $cnode [$cnode] 0x1001 64 0x1000 64 15    -> ok
 * show 0x1001                                         -> endpoint badge 0x0 rights 15; after 0x1000
 * </pre>
 * A refusal shows the error, the words of the reply and the checks that failed. {@code interrupt} lets a device raise
 * its line, {@code again} executes a system call again that was preempted, {@code units} sets the work done since the
 * last poll, {@code translate} says where a user address leads to.
 */
final class KernelScript {

    private static final Map<String, Long> NAMES = Map.ofEntries(name("$tcb", RootSlots.TCB),
            name("$cnode", RootSlots.CNODE), name("$vspace", RootSlots.VSPACE),
            name("$irq_control", RootSlots.IRQ_CONTROL), name("$buffer", RootSlots.IPC_BUFFER),
            name("$domain", RootSlots.DOMAIN), name("$untyped", RootSlots.firstUntyped()),
            name("$pool", RootSlots.ASID_POOL), name("$asid_control", RootSlots.ASID_CONTROL),
            name("$port_control", RootSlots.IO_PORT_CONTROL));
    private static final int RADIX = 16;

    private static final int UART_INTERRUPT_ENABLE = 0x2f9;
    private static final int UART_SEND = 2;

    private final Machine machine;
    private final PhysicalMemory memory;
    private final long rootCNode = PhysicalMemory.pptr(MemoryMap.rootCNode(RADIX));
    private final List<String> failed = new ArrayList<>();
    private final Mmu mmu;
    private final int deviceSlot;

    /** @param workUnits CONFIG_MAX_NUM_WORK_UNITS_PER_PREEMPTION */
    KernelScript(int workUnits) {
        KernelConfig reference = KernelConfig.REFERENCE;
        machine = Machine.boot(new KernelConfig(true, 1, reference.timeSlice(), 0, false, false,
                reference.retypeFanOutLimit(), workUnits));
        memory = machine.memory();
        mmu = new Mmu(memory, machine.cpu());
        deviceSlot = deviceSlot();
        boolean[] armed = new boolean[Catalogue.size()];
        for (int i = 0; i < armed.length; i++) {
            KernelPoint point = Catalogue.point(i);
            Phase phase = point.function().phase();
            armed[i] = point.kind() == KernelPoint.Kind.CHECK && (phase == Phase.LOOKUP || phase == Phase.DECODE);
        }
        machine.kernel().path().attach((point, outcome, a, b, c, d) -> {
            if (!outcome && !point.function().name().equals("handleInvocation")) {
                failed.add(point.id());
            }
        }, armed);
    }

    /** The script with the results of this run. */
    List<String> run(List<String> lines) {
        return lines.stream().map(this::run).toList();
    }

    private String run(String line) {
        int arrow = line.indexOf("->");
        if (arrow < 0) {
            return line;
        }
        List<String> words = List.of(line.substring(0, arrow).trim().split("\\s+"));
        return line.substring(0, arrow) + "-> " + switch (words.get(0)) {
            case "show" -> show(number(words.get(1)));
            case "again" -> again();
            case "translate" -> translate(number(words.get(1)));
            case "units" -> {
                memory.write(KernelGlobals.KS_WORK_UNITS_COMPLETED, number(words.get(1)));
                yield "set";
            }
            case "interrupt" -> {
                machine.kernel().devices().out(UART_INTERRUPT_ENABLE, 1, 0);
                machine.kernel().devices().out(UART_INTERRUPT_ENABLE, 1, UART_SEND);
                yield "pending";
            }
            default -> call(words);
        };
    }

    private String call(List<String> words) {
        long cptr = number(words.get(1));
        String caps = words.get(2);
        long[] extraCaps = caps.equals("[]") ? new long[0]
                : numbers(List.of(caps.substring(1, caps.length() - 1).split(",")));
        failed.clear();
        machine.rootTask().call(cptr, label(words.get(0)), extraCaps, numbers(words.subList(3, words.size())));
        return result();
    }

    /** The root task executes its system call instruction again, because it was set back to it. */
    private String again() {
        failed.clear();
        Cpu cpu = machine.cpu();
        cpu.set(Register.RCX, cpu.get(Register.NEXT_IP) + UserMode.SYSCALL_BYTES);
        cpu.set(Register.R11, cpu.get(Register.FLAGS));
        machine.kernel().traps().handle_fastsyscall();
        return result();
    }

    private String result() {
        long tcb = machine.rootTask().tcb();
        if (Tcb.register(memory, tcb, Register.NEXT_IP) == Tcb.register(memory, tcb, Register.FAULT_IP)) {
            return "preempted";
        }
        SyscallError error = SyscallError.of(MessageInfo.LABEL.in(machine.cpu().get(Register.MSG_INFO)));
        int length = (int) MessageInfo.LENGTH.in(machine.cpu().get(Register.MSG_INFO));
        StringBuilder result = new StringBuilder(error == SyscallError.NO_ERROR ? "ok" : error.label().substring(5));
        for (int i = 0; i < length; i++) {
            result.append(i == 0 ? " " : ",").append(hex(machine.rootTask().reply(i)));
        }
        return error == SyscallError.NO_ERROR ? result.toString() : result + " at " + String.join(" ", failed);
    }

    private String show(long index) {
        long slot = rootCNode + index * Cte.BYTES;
        Cap cap = new Cap().load(memory, slot);
        String text = cap.type() + switch (cap.type()) {
            case ENDPOINT -> " badge " + hex(EndpointCap.BADGE.get(cap)) + " rights " + (EndpointCap.CAN_SEND.get(cap)
                    | EndpointCap.CAN_RECEIVE.get(cap) << 1 | EndpointCap.CAN_GRANT.get(cap) << 2
                    | EndpointCap.CAN_GRANT_REPLY.get(cap) << 3);
            case NOTIFICATION -> " badge " + hex(NotificationCap.BADGE.get(cap)) + " rights "
                    + (NotificationCap.CAN_SEND.get(cap) | NotificationCap.CAN_RECEIVE.get(cap) << 1)
                    + (Notification.STATE.get(memory, NotificationCap.PTR.get(cap)) == Notification.ACTIVE
                            ? " active" : "");
            case CNODE -> " radix " + CNodeCap.RADIX.get(cap) + " guard " + hex(CNodeCap.GUARD.get(cap)) + "/"
                    + CNodeCap.GUARD_SIZE.get(cap);
            case UNTYPED -> " bits " + UntypedCap.BLOCK_SIZE.get(cap) + " free "
                    + hex(UntypedCap.FREE_INDEX.get(cap) << 4);
            case ZOMBIE -> " slots " + ZombieCap.number(cap);
            case FRAME -> FrameCap.MAPPED_ASID.isSet(cap)
                    ? " mapped at " + hex(FrameCap.MAPPED_ADDRESS.get(cap)) : " unmapped";
            case PAGE_TABLE -> PageTableCap.IS_MAPPED.isSet(cap)
                    ? " mapped at " + hex(PageTableCap.MAPPED_ADDRESS.get(cap)) : " unmapped";
            case PML4 -> " asid " + Pml4Cap.MAPPED_ASID.get(cap);
            case ASID_POOL -> " base " + hex(AsidPoolCap.ASID_BASE.get(cap));
            case IRQ_HANDLER -> " irq " + IrqHandlerCap.IRQ.get(cap);
            case IO_PORT -> " " + hex(IoPortCap.FIRST_PORT.get(cap)) + ".." + hex(IoPortCap.LAST_PORT.get(cap));
            default -> "";
        };
        return text + after(Cte.MDB_PREV.get(memory, slot))
                + (Cte.MDB_REVOCABLE.isSet(memory, slot) ? " revocable" : "")
                + (Cte.MDB_FIRST_BADGED.isSet(memory, slot) ? " first" : "");
    }

    private String after(long prev) {
        long index = (prev - rootCNode) / Cte.BYTES;
        if (prev == 0) {
            return "";
        }
        return "; after " + (index == NAMES.get("$untyped") ? "$untyped" : index == deviceSlot ? "$device"
                : index >= 0 && index < 1 << RADIX ? hex(index) : "a slot elsewhere");
    }

    private static Map.Entry<String, Long> name(String name, int slot) {
        return Map.entry(name, (long) slot);
    }

    private static InvocationLabel label(String name) {
        for (InvocationLabel label : InvocationLabel.values()) {
            if (label.label().equals(name)) {
                return label;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Slot of the first untyped memory above 4 GiB, which is a device's. */
    private int deviceSlot() {
        int slot = RootSlots.firstUntyped();
        while (UntypedCap.PTR.get(memory, rootCNode + (long) slot * Cte.BYTES) != PhysicalMemory.pptr(1L << 32)) {
            slot++;
        }
        return slot;
    }

    private String translate(long vaddr) {
        long at = mmu.translate(vaddr, Mmu.READ);
        return at == 0 ? "page fault " + hex(mmu.errorCode()) : hex(PhysicalMemory.paddr(at));
    }

    private long[] numbers(List<String> words) {
        return words.stream().mapToLong(this::number).toArray();
    }

    private long number(String word) {
        return word.equals("$device") ? deviceSlot : word.startsWith("$") ? NAMES.get(word)
                : word.startsWith("0x") ? Long.parseUnsignedLong(word.substring(2), 16) : Long.parseLong(word);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
