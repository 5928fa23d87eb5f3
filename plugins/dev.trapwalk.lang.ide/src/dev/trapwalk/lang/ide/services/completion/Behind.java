package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.model.CapParamRules;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.ParamRules;
import dev.trapwalk.lang.model.PseudoTarget;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What stands behind the word at a place in a finished line, which a proposal must go with.
 *
 * @param words keywords of the parameters of a capability, {@code rights} for rights
 * @param keys parameters of an object
 * @param body whether objects follow in braces
 */
record Behind(Set<String> words, Set<ParamKey> keys, boolean body) {

    static Behind of(Place place) {
        TextSnapshot text = place.document().text();
        Tokens tokens = text.tokens();
        Set<String> words = new HashSet<>();
        Set<ParamKey> keys = EnumSet.noneOf(ParamKey.class);
        int at = skipIndex(tokens, place.following());
        if (tokens.sign(at) == '(') {
            int depth = 0;
            for (; at < tokens.size() && tokens.sign(at) != '{' && tokens.sign(at) != ';'; at++) {
                depth += tokens.sign(at) == '(' ? 1 : tokens.sign(at) == ')' ? -1 : 0;
                if (depth == 0) {
                    at++;
                    break;
                }
                note(text, at, words, keys);
            }
        }
        return new Behind(words, keys, tokens.sign(at) == '{' && tokens.sign(at + 1) != '}' && at + 1 < tokens.size());
    }

    private static int skipIndex(Tokens tokens, int from) {
        int at = from;
        if (tokens.sign(from) == '[') {
            while (at < tokens.size() && tokens.sign(at) != ']') {
                at++;
            }
            at++;
        }
        return at;
    }

    private static void note(TextSnapshot text, int at, Set<String> words, Set<ParamKey> keys) {
        String word = text.tokens().text(at);
        if (text.syntax().role(at) == Role.RIGHTS && !words.contains("masked")) {
            words.add("rights");
        } else if (text.syntax().role(at) == Role.PARAMETER) {
            words.add(word);
            keys.add(ParamKey.of(word));
        } else if (word.equals("bits")) {
            keys.add(ParamKey.BITS);
        } else if (word.equals("k") || word.equals("M")) {
            keys.add(ParamKey.FRAME_SIZE);
        }
    }

    /** Whether an object of {@code type} may have what follows. */
    boolean fits(ObjectType type) {
        return keys.stream().allMatch(key -> key == ParamKey.UNKNOWN || ParamRules.of(type).allows(key))
                && (!body || type == ObjectType.UT);
    }

    /** Whether a capability to an object of {@code type} may have what follows. */
    boolean fitsCapability(ObjectType type) {
        return CapParamRules.of(type).containsAll(words);
    }

    /** Whether a capability to no object may have what follows. */
    boolean fitsCapability(PseudoTarget target) {
        return CapParamRules.of(target).containsAll(words);
    }

    /** Whether a copy may have what follows. */
    boolean fitsCopy() {
        return Set.of("masked").containsAll(words);
    }

    /** Whether what follows {@code :} at {@code place} is written like a value of {@code key}. */
    static boolean fitsValue(Place place, ParamKey key) {
        Tokens tokens = place.document().text().tokens();
        int value = place.following() + 1;
        boolean list = tokens.sign(value) == '[';
        boolean fill = list && tokens.sign(value + 1) == '{';
        return switch (key.form()) {
            case NUMBER -> !list && (value >= tokens.size() || tokens.kind(value) != Tokens.Kind.NAME);
            case BOOLEAN -> tokens.is(value, "True") || tokens.is(value, "False") || !isWritten(tokens, value);
            case TRIGGER -> tokens.is(value, "level") || tokens.is(value, "edge") || !isWritten(tokens, value);
            case LIST, RANGE -> list && !fill || !isWritten(tokens, value);
            case FILL -> list || !isWritten(tokens, value);
            case FORM -> false;
        };
    }

    /** The same for the parameter {@code key} of a capability. */
    static boolean fitsValue(Place place, String key) {
        Tokens tokens = place.document().text().tokens();
        int value = place.following() + 1;
        boolean number = value < tokens.size() && tokens.kind(value) == Tokens.Kind.NUMBER;
        boolean pair = tokens.sign(value) == '(';
        boolean numbers = pair && value + 1 < tokens.size() && tokens.kind(value + 1) == Tokens.Kind.NUMBER;
        return !isWritten(tokens, value) || switch (key) {
            case "asid" -> pair && numbers;
            case "mapping" -> pair && !numbers;
            case "masked" -> !pair && !number;
            default -> number;
        };
    }

    private static boolean isWritten(Tokens tokens, int value) {
        return value < tokens.size() && tokens.sign(value) != ')' && tokens.sign(value) != ',';
    }
}
