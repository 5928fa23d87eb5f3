package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** The two fastpaths: an IPC that needs nothing special is done in one go. */
public final class FastPath extends KernelPart {

    static final KernelFunction FASTPATH_CALL =
            KernelFunction.of(FastPath.class, "fastpath_call", Phase.FASTPATH, "cptr:cptr", "msgInfo:message_info");
    static final KernelFunction FASTPATH_REPLY_RECV =
            KernelFunction.of(FastPath.class, "fastpath_reply_recv", Phase.FASTPATH, "cptr:cptr", "msgInfo:message_info");

    public FastPath(Kernel kernel) {
        super(kernel);
    }

    public void fastpath_call(long cptr, long msgInfo) {
        throw new NotModelledException("fastpath_call");
    }

    public void fastpath_reply_recv(long cptr, long msgInfo) {
        throw new NotModelledException("fastpath_reply_recv");
    }
}
