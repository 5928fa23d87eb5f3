package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Deleting and revoking capabilities, zombies included. */
public final class Deletion extends KernelPart {

    static final KernelFunction CTE_REVOKE =
            KernelFunction.of(Deletion.class, "cteRevoke", Phase.PERFORM, "slot:slot");
    static final KernelFunction CTE_DELETE =
            KernelFunction.of(Deletion.class, "cteDelete", Phase.PERFORM, "slot:slot", "exposed:flag");
    static final KernelFunction CTE_DELETE_ONE =
            KernelFunction.of(Deletion.class, "cteDeleteOne", Phase.PERFORM, "slot:slot");
    static final KernelFunction PREEMPTION_POINT =
            KernelFunction.of(Deletion.class, "preemptionPoint", Phase.PERFORM);

    public Deletion(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus cteRevoke(long slot) {
        throw new NotModelledException("cteRevoke");
    }

    public ExceptionStatus cteDelete(long slot, boolean exposed) {
        throw new NotModelledException("cteDelete");
    }

    public void cteDeleteOne(long slot) {
        throw new NotModelledException("cteDeleteOne");
    }

    public ExceptionStatus preemptionPoint() {
        throw new NotModelledException("preemptionPoint");
    }
}
