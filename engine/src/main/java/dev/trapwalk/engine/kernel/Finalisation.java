package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.ZombieCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * What happens to an object when a capability to it goes (finaliseCap in object/objecttype.c).
 *
 * <p>Only the last capability matters. Most objects are cut loose at once and leave nothing. An object that holds
 * slots, a CNode or a TCB, leaves a zombie: a capability that remembers which slots are still to be emptied, see
 * {@link Deletion}.
 */
public final class Finalisation extends KernelPart {

    static final KernelFunction FINALISE_CAP = KernelFunction.of(Finalisation.class, "finaliseCap", Phase.PERFORM,
            "cap:cap", "final:flag", "exposed:flag");
    static final KernelPoint IS_ARCH = FINALISE_CAP.branch("is_arch", "cap:cap");
    static final KernelPoint IS_FINAL = FINALISE_CAP.branch("is_final", "cap:cap");
    static final KernelPoint CNODE_BECOMES_ZOMBIE =
            FINALISE_CAP.action("cnode_becomes_zombie", "slots", "radix:count");
    static final KernelPoint THREAD_BECOMES_ZOMBIE =
            FINALISE_CAP.action("thread_becomes_zombie", "thread:tcb", "slots");
    static final KernelPoint ZOMBIE_REMAINS = FINALISE_CAP.action("zombie_remains", "cap:cap", "number:count");
    static final KernelPoint NOTHING_REMAINS = FINALISE_CAP.action("nothing_remains", "cap:cap");

    public Finalisation(Kernel kernel) {
        super(kernel);
    }

    /**
     * Finalises a capability.
     *
     * @param cap the capability that goes; must not be one of the two results
     * @param isFinal whether it is the last one to its object
     * @param exposed whether it must leave nothing: then a capability that could leave a zombie is not allowed here
     * @param remainder becomes what stays in the slot: the null capability or a zombie
     * @param cleanupInfo becomes what is to be cleaned up once the slot is empty: an IRQ handler or an x86 capability
     */
    public void finaliseCap(Cap cap, boolean isFinal, boolean exposed, Cap remainder, Cap cleanupInfo) {
        enter(FINALISE_CAP, cap.word0, isFinal ? 1 : 0, exposed ? 1 : 0);
        if (check(IS_ARCH, cap.isArch(), cap.word0)) {
            kernel.x86Capabilities().Arch_finaliseCap(cap, isFinal, remainder, cleanupInfo);
            leave();
            return;
        }
        if (exposed && !finalisesAtOnce(cap.type())) {
            throw halt(FINALISE_CAP, "failed to finalise immediately");
        }
        long word0 = cap.word0;
        long word1 = cap.word1;
        // Results are written last: cancelling and suspending delete further capabilities, perhaps with the same
        // structs.
        if (!check(IS_FINAL, isFinal, word0)) {
            finaliseCopy(cap, remainder);
            cleanupInfo.clear();
            leave();
            return;
        }
        boolean cleanup = false;
        switch (cap.type()) {
            case ENDPOINT -> {
                kernel.objects().deleted(EndpointCap.PTR.in(word0));
                kernel.endpoints().cancelAllIPC(EndpointCap.PTR.in(word0));
                nothingRemains(word0, remainder);
            }
            case NOTIFICATION -> {
                long notification = NotificationCap.PTR.in(word0);
                kernel.objects().deleted(notification);
                kernel.notifications().unbindMaybeNotification(notification);
                kernel.notifications().cancelAllSignals(notification);
                nothingRemains(word0, remainder);
            }
            case CNODE -> {
                int radix = (int) CNodeCap.RADIX.in(word0);
                long slots = CNodeCap.PTR.in(word0);
                kernel.objects().deleted(slots);
                ZombieCap.set(remainder, 1L << radix, radix, slots);
                act(CNODE_BECOMES_ZOMBIE, slots, radix);
            }
            case THREAD -> finaliseThread(ThreadCap.PTR.in(word0), remainder);
            case ZOMBIE -> zombieRemains(cap, remainder);
            case IRQ_HANDLER -> {
                kernel.interrupts().deletingIRQHandler((int) IrqHandlerCap.IRQ.in(word1));
                nothingRemains(word0, remainder);
                cleanup = true;
            }
            default -> nothingRemains(word0, remainder);
        }
        if (cleanup) {
            cleanupInfo.set(word0, word1);
        } else {
            cleanupInfo.clear();
        }
        leave();
    }

    /** A capability that is not the last one leaves its object alone. A zombie stays one all the same. */
    private void finaliseCopy(Cap cap, Cap remainder) {
        if (cap.is(CapType.ZOMBIE)) {
            zombieRemains(cap, remainder);
        } else {
            nothingRemains(cap.word0, remainder);
        }
    }

    private static boolean finalisesAtOnce(CapType type) {
        return switch (type) {
            case NULL, ENDPOINT, NOTIFICATION, REPLY, DOMAIN -> true;
            default -> false;
        };
    }

    private void finaliseThread(long thread, Cap remainder) {
        long slots = Tcb.slot(thread, Tcb.CTABLE);
        kernel.objects().deleted(thread);
        kernel.notifications().unbindNotification(thread);
        kernel.threads().suspend(thread);
        if (kernel.config().debugBuild()) {
            kernel.debugSyscalls().tcbDebugRemove(thread);
        }
        kernel.x86Capabilities().Arch_prepareThreadDelete(thread);
        ZombieCap.set(remainder, Tcb.SLOTS, ZombieCap.TCB, slots);
        act(THREAD_BECOMES_ZOMBIE, thread, slots);
    }

    private void zombieRemains(Cap cap, Cap remainder) {
        remainder.set(cap);
        act(ZOMBIE_REMAINS, cap.word0, ZombieCap.number(cap));
    }

    private void nothingRemains(long word0, Cap remainder) {
        remainder.clear();
        act(NOTHING_REMAINS, word0);
    }

    /** Last cleaning up, once no slot holds the capability any more (postCapDeletion, a header inline). */
    void postCapDeletion(Cap cleanupInfo) {
        if (cleanupInfo.is(CapType.IRQ_HANDLER)) {
            kernel.interrupts().deletedIRQHandler((int) IrqHandlerCap.IRQ.get(cleanupInfo));
        } else if (cleanupInfo.isArch()) {
            kernel.x86Capabilities().Arch_postCapDeletion(cleanupInfo);
        }
    }
}
