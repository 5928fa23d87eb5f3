package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where a reply capability appears in, or vanishes from, a thread's caller slot. */
public final class ReplyBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.REPLY;
    }

    @Override
    String placeText(Location location) {
        Location.ReplyCapability reply = (Location.ReplyCapability) location;
        return reply.created() && reply.consumed() ? Messages.replyEither
                : reply.created() ? Messages.replyCreated : Messages.replyConsumed;
    }
}
