package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Where every invocation begins to be decoded (decodeInvocation in object/objecttype.c): the type of the invoked
 * capability chooses the decoder. Sending to an endpoint, a notification or a reply capability is an invocation too;
 * it has no label of its own and is performed right here.
 */
public final class Invocations extends InvocationPart {

    static final KernelFunction DECODE_INVOCATION = KernelFunction.of(Invocations.class, "decodeInvocation",
            Phase.DECODE, "label:label", "length:count", "capIndex:cptr", "cap:cap");
    static final KernelPoint IS_ARCH = DECODE_INVOCATION.branch("is_arch", "cap:cap");
    static final KernelPoint INVOCABLE = DECODE_INVOCATION.check("invocable", "cap:cap", "capIndex:cptr");
    static final KernelPoint ENDPOINT_CAN_SEND = DECODE_INVOCATION.check("endpoint_can_send", "cap:cap");
    static final KernelPoint NOTIFICATION_CAN_SEND = DECODE_INVOCATION.check("notification_can_send", "cap:cap");
    static final KernelPoint REPLY_NOT_MASTER = DECODE_INVOCATION.check("reply_not_master", "cap:cap");

    public Invocations(Kernel kernel) {
        super(kernel);
    }

    /**
     * Decodes and performs an invocation.
     *
     * @param label invocation label of the message
     * @param length number of message words that can be read, 0..120
     * @param capIndex CPtr that the caller used
     * @param slot where the invoked capability lies
     * @param cap the invoked capability
     * @param block whether the caller is willing to wait (not NBSend)
     * @param call whether it expects a reply
     * @param buffer kernel window address of the caller's IPC buffer, or 0
     * @return NONE, SYSCALL_ERROR or PREEMPTED
     */
    public ExceptionStatus decodeInvocation(long label, int length, long capIndex, long slot, Cap cap, boolean block,
            boolean call, long buffer) {
        enter(DECODE_INVOCATION, label, length, capIndex, cap.word0);
        if (check(IS_ARCH, cap.isArch(), cap.word0)) {
            return leave(kernel.x86Invocations()
                    .Arch_decodeInvocation(label, length, capIndex, slot, cap, call, buffer));
        }
        return leave(switch (cap.type()) {
            case NULL, ZOMBIE -> {
                check(INVOCABLE, false, cap.word0, capIndex);
                yield invalidCapability(0);
            }
            case ENDPOINT -> {
                if (!check(ENDPOINT_CAN_SEND, EndpointCap.CAN_SEND.isSet(cap), cap.word0)) {
                    yield invalidCapability(0);
                }
                restartCurrentThread();
                yield kernel.endpoints().performInvocation_Endpoint(EndpointCap.PTR.get(cap),
                        EndpointCap.BADGE.get(cap), EndpointCap.CAN_GRANT.isSet(cap),
                        EndpointCap.CAN_GRANT_REPLY.isSet(cap), block, call);
            }
            case NOTIFICATION -> {
                if (!check(NOTIFICATION_CAN_SEND, NotificationCap.CAN_SEND.isSet(cap), cap.word0)) {
                    yield invalidCapability(0);
                }
                restartCurrentThread();
                yield kernel.notifications().performInvocation_Notification(NotificationCap.PTR.get(cap),
                        NotificationCap.BADGE.get(cap));
            }
            case REPLY -> {
                if (!check(REPLY_NOT_MASTER, !ReplyCap.MASTER.isSet(cap), cap.word0)) {
                    yield invalidCapability(0);
                }
                restartCurrentThread();
                yield kernel.threads().performInvocation_Reply(ReplyCap.TCB_PTR.get(cap), slot,
                        ReplyCap.CAN_GRANT.isSet(cap));
            }
            case THREAD -> kernel.tcbInvocations().decodeTCBInvocation(label, length, cap, slot, call, buffer);
            case DOMAIN -> kernel.domains().decodeDomainInvocation(label, length, buffer);
            case CNODE -> kernel.cnodeInvocations().decodeCNodeInvocation(label, length, cap, buffer);
            case UNTYPED ->
                kernel.untypedInvocations().decodeUntypedInvocation(label, length, slot, cap, call, buffer);
            case IRQ_CONTROL -> kernel.irqInvocations().decodeIRQControlInvocation(label, length, slot, buffer);
            case IRQ_HANDLER ->
                kernel.irqInvocations().decodeIRQHandlerInvocation(label, (int) IrqHandlerCap.IRQ.get(cap));
            default -> throw new NotModelledException("decodeInvocation of " + cap.type());
        });
    }
}
