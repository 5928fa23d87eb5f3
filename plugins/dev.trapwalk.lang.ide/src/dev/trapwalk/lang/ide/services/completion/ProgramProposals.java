package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.program.Constants;
import dev.trapwalk.lang.program.FunctionSpec;
import dev.trapwalk.lang.program.Libsel4;
import dev.trapwalk.lang.program.NotConfigured;
import dev.trapwalk.lang.program.ThreadNames;
import org.eclipse.lsp4j.CompletionItemKind;

/** Programs: libsel4's functions, what the thread holds capabilities to, its variables, constants. */
final class ProgramProposals {

    private ProgramProposals() {
    }

    /** Where a statement begins. */
    static void statement(Place place, Proposals proposals) {
        if (!place.isBehind(';') && !place.isBehind('{') && !place.isBehind('}')
                && place.document().text().tokens().kind(place.before()) == Tokens.Kind.SIGN) {
            value(place, proposals);
            return;
        }
        if (place.isBefore('=')) {
            variables(place, proposals);
            return;
        }
        functions(place, proposals, false);
        variables(place, proposals);
        proposals.snippet("seL4_Word", "seL4_Word ${1:name} = $0;", CompletionItemKind.Struct,
                Messages.format("completion.variable"));
    }

    /** Behind {@code =} or another operator: also what enters the kernel has a result. */
    private static void value(Place place, Proposals proposals) {
        variables(place, proposals);
        functions(place, proposals, true);
        for (FunctionSpec function : Libsel4.functions()) {
            if (function.kind() != FunctionSpec.Kind.VALUE && NotConfigured.optionOf(function.name()).isEmpty()) {
                call(place, proposals, function, "");
            }
        }
        constants(place, proposals);
        held(place, proposals);
    }

    /** Where an argument begins. */
    static void argument(Place place, Proposals proposals) {
        Frame call = place.frame();
        FunctionSpec function = call.name() < 0 ? null : Libsel4.function(place.text(call.name()));
        boolean cap = function != null && call.slot() < function.params().size()
                && function.params().get(call.slot()).isCap();
        if (cap) {
            held(place, proposals);
        }
        variables(place, proposals);
        functions(place, proposals, true);
        constants(place, proposals);
        if (!cap) {
            held(place, proposals);
        }
    }

    private static void constants(Place place, Proposals proposals) {
        if (!place.isBefore('(')) {
            Constants.all().forEach((name, value) ->
                    proposals.add(name, CompletionItemKind.Constant, Long.toString(value)));
        }
    }

    private static void functions(Place place, Proposals proposals, boolean values) {
        for (FunctionSpec function : Libsel4.functions()) {
            if ((function.kind() == FunctionSpec.Kind.VALUE) == values
                    && NotConfigured.optionOf(function.name()).isEmpty()) {
                call(place, proposals, function, values ? "" : ";");
            }
        }
    }

    private static void call(Place place, Proposals proposals, FunctionSpec function, String end) {
        if (place.isBefore('(')) {
            proposals.add(function.name(), CompletionItemKind.Function, function.prototype());
            return;
        }
        StringBuilder call = new StringBuilder(function.name()).append('(');
        for (int i = 0; i < function.params().size(); i++) {
            call.append(i == 0 ? "" : ", ").append("${").append(i + 1).append(':')
                    .append(function.params().get(i).name()).append('}');
        }
        proposals.snippet(function.name(), call.append(')').append(end).toString(), CompletionItemKind.Function,
                function.prototype());
    }

    /** The names that stand for a CPtr of this thread. */
    private static void held(Place place, Proposals proposals) {
        Frame program = program(place.frame());
        ObjectDecl thread = program == null ? null : place.object(program.outer().target());
        if (thread == null || !thread.is(ObjectType.TCB) || place.isBefore('(')) {
            return;
        }
        ThreadNames names = new ThreadNames(place.model(),
                new ObjectRef(thread, thread.isArray() ? 0 : ObjectDecl.SCALAR));
        for (CSpaces.Entry entry : names.entries()) {
            if (proposals.isFull()) {
                return;
            }
            if (entry.target() != null) {
                int rights = entry.run().attributes().rights();
                String detail = Messages.format("completion.held", Long.toHexString(entry.cptr()),
                        rights == 0 ? "" : Rights.toString(rights));
                proposals.add(entry.target().toString(), CompletionItemKind.Reference, detail);
            }
        }
    }

    private static void variables(Place place, Proposals proposals) {
        Frame program = program(place.frame());
        var text = place.document().text();
        for (int i = program == null ? text.tokens().size() : program.opener() + 1; i < text.tokens().size()
                && text.syntax().role(i) != Role.KEYWORD; i++) {
            if (text.syntax().role(i) == Role.VARIABLE_DECLARATION) {
                proposals.add(text.tokens().text(i), CompletionItemKind.Variable, place.text(i - 1));
            }
        }
    }

    private static Frame program(Frame inner) {
        Frame frame = inner;
        while (frame != null && frame.kind() != Frame.Kind.PROGRAM) {
            frame = frame.outer();
        }
        return frame;
    }
}
