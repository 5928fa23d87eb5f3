package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Scheduling domains and their schedule: decode, perform, switch. */
public final class Domains extends KernelPart {

    static final KernelFunction DECODE_DOMAIN_INVOCATION =
            KernelFunction.of(Domains.class, "decodeDomainInvocation", Phase.DECODE, "label:label", "length:count");
    static final KernelFunction PREPARE_SET_DOMAIN =
            KernelFunction.of(Domains.class, "prepareSetDomain", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelFunction SET_DOMAIN =
            KernelFunction.of(Domains.class, "setDomain", Phase.PERFORM, "thread:tcb", "domain:count");
    static final KernelFunction NEXT_DOMAIN = KernelFunction.of(Domains.class, "nextDomain", Phase.SCHEDULE);

    public Domains(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeDomainInvocation(long label, int length, long buffer) {
        throw new NotModelledException("decodeDomainInvocation");
    }

    public void prepareSetDomain(long thread, int domain) {
        throw new NotModelledException("prepareSetDomain");
    }

    public void setDomain(long thread, int domain) {
        throw new NotModelledException("setDomain");
    }

    public void nextDomain() {
        throw new NotModelledException("nextDomain");
    }
}
