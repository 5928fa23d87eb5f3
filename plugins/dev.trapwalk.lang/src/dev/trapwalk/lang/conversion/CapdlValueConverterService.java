package dev.trapwalk.lang.conversion;

import com.google.inject.Singleton;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Turns tokens into values: numbers of any size (their range is judged by a check, so that parsing never fails on one),
 * strings without quotes, fill entries as written. Shared by capDL and scenarios, and kept free of reflection because it
 * runs once per token.
 */
@Singleton
public class CapdlValueConverterService extends AbstractValueConverterService {
    private static final Map<String, String> WORDS = words();
    private static final int SHORT = WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        Stream.of(Stream.of(ObjectType.values()).map(ObjectType::keyword), Stream.of(ParamKey.values()).map(ParamKey::keyword),
                Stream.of(SymbolicSlot.values()).map(SymbolicSlot::keyword),
                IntStream.rangeClosed(1, Rights.ALL).mapToObj(Rights::toString),
                Stream.of("k", "M", "bits", "guard", "guard_size", "badge", "True", "False", "cached", "uncached"))
                .flatMap(Function.identity()).filter(word -> word != null).forEach(word -> words.putIfAbsent(word, word));
        return words;
    }

    @Override
    public Object toValue(String text, String lexerRule, INode node) throws ValueConverterException {
        if (text == null) {
            return null; // The token is missing, which the parser complains about.
        }
        if (is(lexerRule, "INT")) {
            return number(text);
        }
        if (is(lexerRule, "STRING")) {
            return text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
        }
        if (isFill(lexerRule)) {
            return node.getText().strip();
        }
        // The words of the language stand for themselves in every line: one copy does for all of them.
        return text.length() <= SHORT ? WORDS.getOrDefault(text, text) : text;
    }

    /** Whether what a rule reads stands for itself, with all that is in it. */
    public static boolean isFill(String rule) {
        return is(rule, "FillText");
    }

    /** Whether {@code rule}, with the name of its grammar or without, is {@code name}. */
    private static boolean is(String rule, String name) {
        return rule != null && rule.endsWith(name)
                && (rule.length() == name.length() || rule.charAt(rule.length() - name.length() - 1) == '.');
    }

    @Override
    public String toString(Object value, String lexerRule) {
        return lexerRule.endsWith("STRING") ? '"' + value.toString() + '"' : value.toString();
    }

    /** A number as capDL writes it: decimal (also with leading zeros), 0x hexadecimal, 0o octal. */
    public static BigInteger number(String text) {
        if (text.length() > 2 && text.charAt(0) == '0') {
            char base = Character.toLowerCase(text.charAt(1));
            if (base == 'x') {
                return parse(text, 2, 16);
            }
            if (base == 'o') {
                return parse(text, 2, 8);
            }
        }
        return parse(text, 0, 10);
    }

    private static BigInteger parse(String text, int from, int radix) {
        return text.length() - from <= 15 ? BigInteger.valueOf(Long.parseLong(text, from, text.length(), radix))
                : new BigInteger(text.substring(from), radix);
    }
}
