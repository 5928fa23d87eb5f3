package dev.trapwalk.lang.conversion;

import com.google.inject.Singleton;
import java.math.BigInteger;
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

    @Override
    public Object toValue(String text, String lexerRule, INode node) throws ValueConverterException {
        String rule = lexerRule.substring(lexerRule.lastIndexOf('.') + 1);
        return switch (rule) {
            case "INT" -> number(text);
            case "STRING" -> text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
            case "FillText" -> node.getText().strip();
            default -> text;
        };
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
                return parse(text.substring(2), 16);
            }
            if (base == 'o') {
                return parse(text.substring(2), 8);
            }
        }
        return parse(text, 10);
    }

    private static BigInteger parse(String digits, int radix) {
        return digits.length() <= 15 ? BigInteger.valueOf(Long.parseLong(digits, radix)) : new BigInteger(digits, radix);
    }
}
