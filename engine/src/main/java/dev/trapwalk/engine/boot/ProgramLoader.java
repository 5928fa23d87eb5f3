package dev.trapwalk.engine.boot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.ProgramCode;
import dev.trapwalk.engine.program.ProgramImage;

/**
 * Puts programs into the VSpaces of their threads, where layouts do not usually put anything: from {@link #BASE} on,
 * one after the other, so that no two programs of a scenario have an address in common.
 */
final class ProgramLoader {

    /** First user address of programs. */
    static final long BASE = 0x7000_0000_0000L;
    private static final long ALIGNMENT = 0x10000;
    private static final long PAGE = 4096;

    private final Loader loader;
    private final VSpaceBuilder vspaces;
    private final Map<String, Program> programs = new HashMap<>();
    private final Map<String, ProgramImage> images = new LinkedHashMap<>();
    private final Map<String, Long> data = new HashMap<>();
    private long next = BASE;

    ProgramLoader(Loader loader, VSpaceBuilder vspaces, List<Program> programs) {
        this.loader = loader;
        this.vspaces = vspaces;
        for (Program program : programs) {
            ObjectSpec tcb = loader.objects.get(program.thread());
            if (tcb == null || tcb.type() != ObjectType.TCB || tcb.thread() == null) {
                throw new BootException(SourcePlace.NONE, "thread_unknown", program.thread());
            }
            if (this.programs.put(program.thread(), program) != null) {
                throw new BootException(tcb.source(), "thread_twice", program.thread());
            }
        }
    }

    /** Maps memory for the program of a thread; where it lies, or null when the thread has none. */
    ProgramImage load(ObjectSpec tcb, int vspace) {
        Program program = programs.get(tcb.name());
        if (program == null) {
            return null;
        }
        ProgramImage image = new ProgramImage(program, next);
        next = (image.end() + PAGE + ALIGNMENT - 1) & -ALIGNMENT;
        for (long vaddr = image.start(); vaddr < image.end(); vaddr += PAGE) {
            int frame = vspaces.mapFresh(tcb, vspace, vaddr);
            if (vaddr == image.dataStart()) {
                data.put(tcb.name(), FrameCap.BASE_PTR.get(loader.load(new Cap(), frame)));
            }
        }
        images.put(tcb.name(), image);
        return image;
    }

    /** Where the program of a thread lies, or null. */
    ProgramImage image(String thread) {
        return images.get(thread);
    }

    /** Tells the program where its thread's IPC buffer is, as a loader fills a variable of an image. */
    void setIpcBuffer(String thread, long address) {
        PhysicalMemory memory = loader.machine.memory();
        memory.write(data.get(thread), address);
    }

    /** The code of all programs. */
    ProgramCode code() {
        return new ProgramCode(images.values());
    }
}
