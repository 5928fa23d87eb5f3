package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.target.Words;

/** What the console says when a system call has returned to its program. */
final class ConsoleLine {

    private ConsoleLine() {
    }

    static String of(Words memory, Describer describer, long registerFile, long thread, Statement.SystemCall call) {
        long info = memory.read(registerFile + 8L * Register.MSG_INFO.ordinal());
        long badge = memory.read(registerFile + 8L * Register.CAP.ordinal());
        String result = switch (call.kind()) {
            case INVOCATION -> describer.error(MessageInfo.LABEL.in(info));
            case RECEIVE -> Messages.get("console.received", Describer.hex(badge),
                    MessageInfo.LABEL.in(info), MessageInfo.LENGTH.in(info));
            case SEND, RAW -> Messages.get("console.returned");
        };
        return describer.thread(thread) + ": " + call.function() + " -> " + result;
    }
}
