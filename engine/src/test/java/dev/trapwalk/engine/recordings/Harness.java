package dev.trapwalk.engine.recordings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.machine.PhysicalMemory;

/** Constants of the user-mode harness with which the recordings were made: harness.json and harness-ext.json. */
final class Harness {

    /** Most test threads of a scenario. */
    static final int THREADS = 8;

    /** Slot of the root CNode that holds the untyped memory of the scenarios' objects. */
    static final int ARENA_SLOT = 0xbf00;
    /** Slot of the root CNode that holds the original capability of a scenario's first object. */
    static final int ORIGINALS = 0xc000;

    private final JsonObject base;
    private final JsonObject ext;

    Harness(Path folder) {
        base = read(folder.resolve("harness.json"));
        ext = read(folder.resolve("ext/harness-ext.json"));
    }

    private static JsonObject read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address or value of a thread's stub, such as {@code syscall_insn}. */
    long ofThread(int thread, String key) {
        return Recordings.word(base.getAsJsonObject("threads").getAsJsonObject(Integer.toString(thread)).get(key));
    }

    /** Default value of a register just before a thread's system call. */
    long defaultRegister(int thread, String register) {
        return Recordings.word(base.getAsJsonObject("threads").getAsJsonObject(Integer.toString(thread))
                .getAsJsonObject("default_regs_at_syscall").get(register));
    }

    /** Address of one of the extension's stubs: store, spin, exec. */
    long stub(int thread, String operation) {
        return Recordings.word(ext.getAsJsonObject("addresses").getAsJsonObject("T" + thread).get(operation));
    }

    long threadEntry() {
        return Recordings.word(base.get("thread_entry"));
    }

    /** Number of an invocation label by name. */
    long label(String name) {
        return ext.getAsJsonObject("invocation_labels").get(name).getAsLong();
    }

    /** Kernel window address of the frame that lies behind an address of the root task's image. */
    static long imageFrame(long vaddr) {
        return PhysicalMemory.pptr(vaddr + MemoryMap.IMAGE_OFFSET);
    }

    /**
     * Names the objects that the kernel or the harness made before the scenario.
     *
     * @param ext whether as in the extension set, which names more slots of the root CNode
     */
    void nameSpecials(Names names, boolean ext) {
        names.special(PhysicalMemory.pptr(MemoryMap.ROOT_VSPACE), "root_vspace");
        names.special(PhysicalMemory.pptr(MemoryMap.ROOT_ASID_POOL), "asid_pool");
        for (int thread = 0; thread < THREADS; thread++) {
            names.special(imageFrame(ofThread(thread, "ipc_buffer")), "ipcbuf:" + thread);
        }
        names.rootSlot(ARENA_SLOT, "arena");
        if (ext) {
            names.rootSlot(RootSlots.VSPACE, "vspace");
            names.rootSlot(RootSlots.DOMAIN, "domain");
            names.rootSlot(RootSlots.ASID_POOL, "asid_pool");
            names.rootSlot(RootSlots.ASID_CONTROL, "asid_control");
        }
    }
}
