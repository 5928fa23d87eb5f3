package dev.trapwalk.engine.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.program.ProgramImage;

/** Configures the TCBs of a layout and resumes those that are to run. */
final class ThreadStarter {

    private static final int CSPACE = 0;
    private static final int VSPACE = 1;
    private static final int REPLY_MASTER = 2;
    private static final int IPC_BUFFER = 4;
    private static final int BOUND_NOTIFICATION = 8;
    /** log2 of the slots of the CNode that a thread without a CSpace gets. */
    private static final int EMPTY_RADIX = 1;
    private static final long USER_FLAGS = 0x202;
    /** Registers of seL4_UserContext in its order, and where the first six arguments of a function go. */
    private static final int CONTEXT_REGISTERS = 20;
    private static final int[] ARGUMENTS = {8, 7, 6, 5, 10, 11};

    private final Loader loader;
    private final ObjectMaker maker;
    private final VSpaceBuilder vspaces;
    private final ProgramLoader programs;
    private final Map<String, Map<Integer, CapSpec>> slotsOf = new HashMap<>();

    ThreadStarter(Loader loader, ObjectMaker maker, VSpaceBuilder vspaces, ProgramLoader programs) {
        this.loader = loader;
        this.maker = maker;
        this.vspaces = vspaces;
        this.programs = programs;
        for (CapSpec cap : loader.layout.caps()) {
            ObjectSpec container = loader.objects.get(cap.container());
            if (container != null && container.type() == ObjectType.TCB) {
                slotsOf.computeIfAbsent(cap.container(), name -> new HashMap<>()).put(cap.slot(), cap);
            }
        }
    }

    /** Configures every TCB that has a thread. */
    void configureAll() {
        for (ObjectSpec object : loader.layout.objects()) {
            if (object.type() == ObjectType.TCB && object.thread() != null) {
                configure(object, object.thread(), slotsOf.getOrDefault(object.name(), Map.of()));
            }
        }
    }

    /**
     * Resumes the threads that are to run: those with a program. The kernel puts a resumed thread before its equals,
     * so the last is resumed first and the layout's first thread is the first to run.
     */
    void resumeAll() {
        List<ObjectSpec> objects = loader.layout.objects();
        for (int i = objects.size() - 1; i >= 0; i--) {
            ObjectSpec object = objects.get(i);
            if (object.type() == ObjectType.TCB && object.thread() != null && object.thread().resume()
                    && programs.image(object.name()) != null) {
                invoke(object, InvocationLabel.TCB_RESUME, Loader.NO_CAPS);
            }
        }
    }

    private void configure(ObjectSpec tcb, ThreadSpec thread, Map<Integer, CapSpec> slots) {
        slots.values().stream().sorted(java.util.Comparator.comparingInt(CapSpec::slot))
                .forEach(cap -> checkSlot(tcb, cap));
        CapSpec cspace = slots.get(CSPACE);
        CapSpec vspaceCap = slots.get(VSPACE);
        int vspace = vspaceCap == null ? RootSlots.VSPACE : loader.slot(vspaceCap.target(), vspaceCap.source());
        ProgramImage image = programs.load(tcb, vspace);
        CapSpec buffer = slots.get(IPC_BUFFER);
        long bufferAddress = buffer == null ? 0 : thread.ipcBufferAddress();
        int bufferSlot = buffer == null ? 0 : loader.slot(buffer.target(), buffer.source());
        if (image != null && buffer == null) {
            bufferAddress = image.end();
            bufferSlot = vspaces.mapFresh(tcb, vspace, bufferAddress);
        } else if (buffer != null && !vspaces.isMapped(vspace, bufferAddress & -4096L)) {
            vspaces.mapWithTables(tcb, loader.copy(buffer.source(), buffer.target(), bufferSlot), vspace,
                    bufferAddress & -4096L);
        }
        if (image != null) {
            programs.setIpcBuffer(tcb.name(), bufferAddress);
        }
        if (cspace != null) {
            invoke(tcb, InvocationLabel.TCB_CONFIGURE,
                    new long[] {loader.slot(cspace.target(), cspace.source()), vspace, bufferSlot},
                    thread.faultEndpoint(), cspace.guard() << 6 | cspace.guardSize(), 0, bufferAddress);
        } else if (image != null) {
            int empty = maker.makeExtra(tcb, ObjectType.CNODE, EMPTY_RADIX);
            invoke(tcb, InvocationLabel.TCB_CONFIGURE, new long[] {empty, vspace, bufferSlot}, thread.faultEndpoint(),
                    RootTask.DEPTH - EMPTY_RADIX, 0, bufferAddress);
        }
        setDomain(tcb, thread);
        invoke(tcb, InvocationLabel.TCB_SET_SCHED_PARAMS, new long[] {RootSlots.TCB}, thread.maxPriority(),
                thread.priority());
        CapSpec bound = slots.get(BOUND_NOTIFICATION);
        if (bound != null) {
            long notification = loader.slot(bound.target(), bound.source());
            invoke(tcb, InvocationLabel.TCB_BIND_NOTIFICATION, new long[] {notification});
        }
        writeRegisters(tcb, thread, image == null ? thread.instructionPointer() : image.start());
    }

    private void checkSlot(ObjectSpec tcb, CapSpec cap) {
        ObjectType wanted = switch (cap.slot()) {
            case CSPACE -> ObjectType.CNODE;
            case VSPACE -> ObjectType.PML4;
            case IPC_BUFFER -> ObjectType.PAGE_4K;
            case BOUND_NOTIFICATION -> ObjectType.NOTIFICATION;
            case REPLY_MASTER -> null;
            default -> throw new BootException(cap.source(), "tcb_slot", cap.slot(), tcb.name());
        };
        if (wanted == null) {
            return;
        }
        ObjectSpec target = loader.object(cap.target(), cap.source());
        boolean fits = target.type() == wanted
                || wanted == ObjectType.PAGE_4K && target.type() == ObjectType.LARGE_PAGE;
        if (!fits) {
            throw new BootException(cap.source(), "tcb_slot_type", cap.slot(), tcb.name(), target.name(),
                    wanted.name().toLowerCase());
        }
    }

    private void setDomain(ObjectSpec tcb, ThreadSpec thread) {
        int domains = loader.machine.kernel().config().numDomains();
        if (thread.domain() < 0 || thread.domain() >= domains) {
            throw new BootException(tcb.source(), "domain_range", thread.domain(), tcb.name(), domains);
        }
        if (thread.domain() != 0) {
            Loader.check(tcb.source(), tcb.name(), loader.root.call(RootSlots.DOMAIN, InvocationLabel.DOMAIN_SET_SET,
                    new long[] {loader.slot(tcb.name(), tcb.source())}, thread.domain()));
        }
    }

    private void writeRegisters(ObjectSpec tcb, ThreadSpec thread, long instructionPointer) {
        long[] message = new long[2 + CONTEXT_REGISTERS];
        message[1] = CONTEXT_REGISTERS;
        message[2] = instructionPointer;
        message[3] = thread.stackPointer();
        message[4] = USER_FLAGS;
        for (int i = 0; i < thread.init().size() && i < ARGUMENTS.length; i++) {
            message[2 + ARGUMENTS[i]] = thread.init().get(i);
        }
        invoke(tcb, InvocationLabel.TCB_WRITE_REGISTERS, Loader.NO_CAPS, message);
    }

    private void invoke(ObjectSpec tcb, InvocationLabel label, long[] caps, long... message) {
        Loader.check(tcb.source(), tcb.name(),
                loader.root.call(loader.slot(tcb.name(), tcb.source()), label, caps, message));
    }
}
