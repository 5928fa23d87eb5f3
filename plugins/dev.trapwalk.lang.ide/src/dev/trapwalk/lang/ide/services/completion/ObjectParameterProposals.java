package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.ParamRules;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;

/** Parameters of an object: those that its type has and that are not given yet, the required ones first. */
final class ObjectParameterProposals {

    private ObjectParameterProposals() {
    }

    static void parameters(Place place, Proposals proposals) {
        Frame frame = place.frame();
        if (frame.state() == State.VALUE) {
            values(ParamKey.of(place.text(frame.key())), proposals);
            return;
        }
        ObjectType type = ObjectType.of(place.text(frame.outer().type()));
        if (type == null || frame.state() != State.START) {
            return;
        }
        ParamRules rules = ParamRules.of(type);
        Set<ParamKey> given = given(place);
        for (ParamKey key : ParamKey.values()) {
            if (rules.required().contains(key) && !given.contains(key)) {
                propose(place, key, Messages.format("completion.required"), proposals);
            }
        }
        for (ParamKey key : ParamKey.values()) {
            if (rules.optional().contains(key) && !given.contains(key)) {
                propose(place, key, Messages.format("completion.optional"), proposals);
            }
        }
    }

    private static void propose(Place place, ParamKey key, String detail, Proposals proposals) {
        if (place.isBefore(':')) {
            if (key.keyword() != null && Behind.fitsValue(place, key)) {
                proposals.add(key.keyword(), CompletionItemKind.Property, detail);
            }
            return;
        }
        switch (key) {
            case FRAME_SIZE -> place.arch().frameBits().stream().sorted().forEach(bits ->
                    proposals.add(ObjectProposals.frameSize(bits), CompletionItemKind.Value, detail));
            case BITS -> proposals.snippet("bits", place.isBefore("bits") ? "${1:12}" : "${1:12} bits",
                    CompletionItemKind.Value, detail);
            case PCI_DEVICE -> proposals.snippet("bus:dev.fun", "${1:0}:${2:0}.${3:0}", CompletionItemKind.Value,
                    detail);
            case UNKNOWN -> {
                // Stands for what capDL does not know.
            }
            default -> proposals.snippet(key.keyword(), key.keyword() + ": " + form(key), CompletionItemKind.Property,
                    detail);
        }
    }

    private static String form(ParamKey key) {
        return switch (key.form()) {
            case BOOLEAN -> "${1|True,False|}";
            case TRIGGER -> "${1|level,edge|}";
            case LIST, FILL -> "[$1]";
            case RANGE -> "[${1:0} .. ${2:0}]";
            default -> "$1";
        };
    }

    private static void values(ParamKey key, Proposals proposals) {
        switch (key.form()) {
            case BOOLEAN -> {
                proposals.add("True", CompletionItemKind.Value, "");
                proposals.add("False", CompletionItemKind.Value, "");
            }
            case TRIGGER -> {
                proposals.add("level", CompletionItemKind.Value, "");
                proposals.add("edge", CompletionItemKind.Value, "");
            }
            default -> {
                // Numbers are the user's choice.
            }
        }
    }

    /** The parameters that the declaration has already, also behind the place. */
    private static Set<ParamKey> given(Place place) {
        Set<ParamKey> given = EnumSet.noneOf(ParamKey.class);
        var text = place.document().text();
        for (int i = place.frame().opener() + 1; i < text.tokens().size() && text.tokens().sign(i) != ')'; i++) {
            if (text.syntax().role(i) == Role.PARAMETER) {
                given.add(ParamKey.of(text.tokens().text(i)));
            } else if (text.tokens().is(i, "bits")) {
                given.add(ParamKey.BITS);
            } else if (text.tokens().is(i, "k") || text.tokens().is(i, "M")) {
                given.add(ParamKey.FRAME_SIZE);
            }
        }
        return given;
    }
}
