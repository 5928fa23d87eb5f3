package dev.trapwalk.engine.session.state;

import java.util.Optional;

import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Programs;
import dev.trapwalk.engine.session.target.Words;

/**
 * The whole machine as it was at one stop: every word, with the names of the layout. Immutable; may be read from any
 * thread at any time, also after the session has moved on or ended.
 */
public final class MachineImage implements Words {

    private final MemoryImage memory;
    private final ObjectTable objects;
    private final Programs programs;
    private final Describer describer;

    /** The machine with that memory. */
    public MachineImage(MemoryImage memory, ObjectTable objects, Programs programs) {
        this.memory = memory;
        this.objects = objects;
        this.programs = programs;
        this.describer = new Describer(this, objects);
    }

    @Override
    public long read(long pptr) {
        return memory.read(pptr);
    }

    /** Whether the page of an address was ever written. */
    public boolean isPresent(long pptr) {
        return memory.isPresent(pptr);
    }

    /** Kernel window address of a live register's word. */
    public long registerAddress(Register register) {
        return memory.registerFile() + 8L * register.ordinal();
    }

    /** Live value of a register; {@link Register#NEXT_IP} is rip. */
    public long register(Register register) {
        return read(registerAddress(register));
    }

    /** Kernel window address of a thread's IPC buffer; empty if it has none. */
    public Optional<Long> ipcBuffer(long tcb) {
        return Registers.ipcBuffer(this, tcb);
    }

    /** The memory itself. */
    public MemoryImage memory() {
        return memory;
    }

    /** The objects that the layout names. */
    public ObjectTable objects() {
        return objects;
    }

    /** The programs of the threads. */
    public Programs programs() {
        return programs;
    }

    /** Turns words into texts with this machine's names. */
    public Describer describe() {
        return describer;
    }
}
