package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Creating kernel objects in untyped memory (object/objecttype.c). The memory is known to be zero, and for most
 * objects that is their initial state: an idle endpoint, empty slots, an inactive thread.
 */
public final class Objects extends KernelPart {

    static final KernelFunction GET_OBJECT_SIZE =
            KernelFunction.of(Objects.class, "getObjectSize", Phase.DECODE, "type:count", "userObjSize:count");

    static final KernelFunction CREATE_OBJECT = KernelFunction.of(Objects.class, "createObject", Phase.PERFORM,
            "type:count", "regionBase", "userSize:count", "deviceMemory:flag");
    static final KernelPoint IS_ARCH_TYPE = CREATE_OBJECT.branch("is_arch", "type:count");
    static final KernelPoint TCB_INITIALISED =
            CREATE_OBJECT.action("tcb_initialised", "thread:tcb", "timeSlice:count", "domain:count");
    static final KernelPoint CAP_MADE = CREATE_OBJECT.action("cap_made", "cap:cap");

    static final KernelFunction CREATE_NEW_OBJECTS = KernelFunction.of(Objects.class, "createNewObjects",
            Phase.PERFORM, "type:count", "parent:slot", "destOffset:count", "destLength:count");
    static final KernelPoint OBJECT_CREATED =
            CREATE_NEW_OBJECTS.action("object_created", "object", "slot:slot", "index:count");

    private final Cap newCap = new Cap();
    /** Whoever gives names to new objects; null for nobody. */
    private CreationListener listener;

    public Objects(Kernel kernel) {
        super(kernel);
    }

    /**
     * log2 of the size of an object in bytes.
     *
     * @param userObjSize size_bits as the user gave them, any word: log2 bytes of an untyped, log2 slots of a CNode,
     *        else ignored. The sum for a CNode may overflow; decoding refuses such sizes afterwards.
     */
    public long getObjectSize(ObjectType type, long userObjSize) {
        enter(GET_OBJECT_SIZE, type.number(), userObjSize);
        return leave(switch (type) {
            case UNTYPED -> userObjSize;
            case CNODE -> userObjSize + Cte.SIZE_BITS;
            case TCB, ENDPOINT, NOTIFICATION -> type.sizeBits(0);
            default -> kernel.x86().objects().Arch_getObjectSize(type);
        });
    }

    /**
     * Makes one object in zeroed memory, and the capability to it that has all rights.
     *
     * @param regionBase kernel window address, aligned to the object's size
     * @param result becomes the capability
     */
    private void createObject(ObjectType type, long regionBase, int userSize, boolean deviceMemory, Cap result) {
        enter(CREATE_OBJECT, type.number(), regionBase, userSize, deviceMemory ? 1 : 0);
        if (check(IS_ARCH_TYPE, type.isArch(), type.number())) {
            kernel.x86().objects().Arch_createObject(type, regionBase, userSize, deviceMemory, result);
            leave();
            return;
        }
        switch (type) {
            case TCB -> {
                createTcb(regionBase + Tcb.TCB_OFFSET);
                result.clear(CapType.THREAD);
                ThreadCap.PTR.set(result, regionBase + Tcb.TCB_OFFSET);
            }
            case ENDPOINT -> {
                result.clear(CapType.ENDPOINT);
                EndpointCap.PTR.set(result, regionBase);
                EndpointCap.CAN_SEND.set(result, 1);
                EndpointCap.CAN_RECEIVE.set(result, 1);
                EndpointCap.CAN_GRANT.set(result, 1);
                EndpointCap.CAN_GRANT_REPLY.set(result, 1);
            }
            case NOTIFICATION -> {
                result.clear(CapType.NOTIFICATION);
                NotificationCap.PTR.set(result, regionBase);
                NotificationCap.CAN_SEND.set(result, 1);
                NotificationCap.CAN_RECEIVE.set(result, 1);
            }
            case CNODE -> {
                result.clear(CapType.CNODE);
                CNodeCap.PTR.set(result, regionBase);
                CNodeCap.RADIX.set(result, userSize);
            }
            default -> {
                result.clear(CapType.UNTYPED);
                UntypedCap.PTR.set(result, regionBase);
                UntypedCap.BLOCK_SIZE.set(result, userSize);
                UntypedCap.IS_DEVICE.set(result, deviceMemory ? 1 : 0);
            }
        }
        act(CAP_MADE, result.word0);
        leave();
    }

    private void createTcb(long tcb) {
        kernel.x86Threads().Arch_initContext(tcb);
        int timeSlice = kernel.config().timeSlice();
        Tcb.TIME_SLICE.set(memory, tcb, timeSlice);
        Tcb.DOMAIN.set(memory, tcb, globals.curDomain());
        if (kernel.config().debugBuild()) {
            kernel.debugSyscalls().tcbDebugAppend(tcb);
        }
        act(TCB_INITIALISED, tcb, timeSlice, globals.curDomain());
    }

    /** Tells that an object's last capability goes. */
    void deleted(long address) {
        if (listener != null) {
            listener.deleted(address);
        }
    }

    /** Says who is told of objects that come and go from now on; null for nobody. */
    public void setCreationListener(CreationListener creations) {
        listener = creations;
    }

    /**
     * Makes {@code destLength} objects of one type side by side, and puts their capabilities into consecutive slots,
     * each as the untyped's newest child.
     *
     * @param parent slot of the untyped capability
     * @param destCNode first slot of the CNode that gets the capabilities
     * @param destOffset index of the first slot to fill
     */
    public void createNewObjects(ObjectType type, long parent, long destCNode, long destOffset, long destLength,
            long regionBase, int userSize, boolean deviceMemory) {
        enter(CREATE_NEW_OBJECTS, type.number(), parent, destOffset, destLength);
        long objectSize = getObjectSize(type, userSize);
        for (long i = 0; i < destLength; i++) {
            long object = regionBase + (i << objectSize);
            long slot = destCNode + (destOffset + i) * Cte.BYTES;
            createObject(type, object, userSize, deviceMemory, newCap);
            kernel.mdb().insertNewCap(parent, slot, newCap);
            if (listener != null) {
                listener.created(type, object, (int) objectSize, slot);
            }
            act(OBJECT_CREATED, object, slot, i);
        }
        leave();
    }
}
