package dev.trapwalk.engine.session.query;

import java.util.Optional;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * Who gets a fault of a thread, and if nobody, why (sendFaultIPC; manual, chapter "Threads and Execution", Faults).
 *
 * @param thread the TCB
 * @param handlerCPtr the fault endpoint's CPtr in the thread's own CSpace
 * @param end whether somebody gets it
 * @param walk how the CPtr is resolved
 * @param endpoint the endpoint; 0 if there is none
 * @param receiver TCB that waits on it first; 0 if nobody waits yet
 * @param text in words
 */
public record FaultAnswer(long thread, long handlerCPtr, End end, CSpaceWalk walk, long endpoint, long receiver,
        String text) {

    /** What becomes of the fault message. */
    public enum End {
        /** A thread waits and gets it at once. */
        DELIVERED,
        /** It waits in the endpoint's queue for somebody to receive. */
        QUEUED,
        /** The CPtr leads nowhere. */
        NO_CAPABILITY,
        /** It leads to something that is no endpoint. */
        NOT_AN_ENDPOINT,
        /** The capability must not send. */
        NO_SEND_RIGHT,
        /** The capability can hand over no reply capability: it has neither Grant nor GrantReply. */
        NO_REPLY_RIGHT
    }

    /** For a fault that the thread would raise now. */
    public static FaultAnswer of(MachineImage machine, long tcb) {
        long cptr = machine.get(Tcb.FAULT_HANDLER, tcb);
        CSpaceWalk walk = CSpaceWalk.of(machine, tcb, cptr);
        long slot = walk.slot();
        End end = end(machine, slot);
        boolean delivered = end == End.DELIVERED || end == End.QUEUED;
        long endpoint = delivered ? machine.get(EndpointCap.PTR, slot) : 0;
        long receiver = end == End.DELIVERED ? machine.get(Endpoint.QUEUE_HEAD, endpoint) : 0;
        String text = Messages.get("fault." + end, machine.describe().thread(tcb), Describer.hex(cptr),
                slot == 0 ? "" : machine.describe().capIn(slot), machine.describe().object(endpoint),
                receiver == 0 ? "" : machine.describe().thread(receiver));
        return new FaultAnswer(tcb, cptr, end, walk, endpoint, receiver, text);
    }

    /** The TCB that gets it at once, if one does. */
    public Optional<Long> receiverTcb() {
        return receiver == 0 ? Optional.empty() : Optional.of(receiver);
    }

    private static End end(MachineImage machine, long slot) {
        CapType type = slot == 0 ? CapType.NULL : CapType.of(machine.read(slot));
        if (type == CapType.NULL) {
            return End.NO_CAPABILITY;
        } else if (type != CapType.ENDPOINT) {
            return End.NOT_AN_ENDPOINT;
        } else if (!machine.isSet(EndpointCap.CAN_SEND, slot)) {
            return End.NO_SEND_RIGHT;
        } else if (!machine.isSet(EndpointCap.CAN_GRANT, slot) && !machine.isSet(EndpointCap.CAN_GRANT_REPLY, slot)) {
            return End.NO_REPLY_RIGHT;
        }
        long endpoint = machine.get(EndpointCap.PTR, slot);
        return machine.get(Endpoint.STATE, endpoint) == Endpoint.RECV ? End.DELIVERED : End.QUEUED;
    }
}
