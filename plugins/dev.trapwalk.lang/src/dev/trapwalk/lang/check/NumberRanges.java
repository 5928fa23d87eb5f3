package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.model.Numbers;
import java.math.BigInteger;
import org.eclipse.xtext.nodemodel.INode;

/** E23: numbers that do not fit into 64 bits (the tool takes them modulo 2^64), or into a word of the architecture. */
final class NumberRanges implements Check {

    @Override
    public String id() {
        return "E23";
    }

    @Override
    public void check(CheckContext context) {
        int word = context.arch().wordBits();
        // Fewer digits always fit.
        int digits = word == 64 ? 16 : 8;
        context.numbers().visit(context,
                text -> text.length() > digits && NumberTokens.isNumber(text)
                        && CapdlValueConverterService.number(text).bitLength() > word,
                NumberRanges::check);
    }

    private static void check(CheckContext context, INode node, String text) {
        BigInteger value = CapdlValueConverterService.number(text);
        if (value.bitLength() > 64) {
            String wrapped = "0x" + Numbers.wrap(value).toString(16);
            context.report(Severity.WARNING, node, Fix.replace(wrapped), "E23.wraps", text, wrapped);
        } else if (value.bitLength() > context.arch().wordBits()) {
            context.report(Severity.WARNING, node, Fix.NONE, "E23.word", text, context.arch().wordBits(),
                    context.arch().keyword());
        }
    }
}
