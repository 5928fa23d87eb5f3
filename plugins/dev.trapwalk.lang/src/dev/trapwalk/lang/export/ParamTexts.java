package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.FillItem;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.capdl.NumberItem;
import dev.trapwalk.lang.capdl.WordValue;
import dev.trapwalk.lang.model.FillEntry;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.tree.SourceTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The parameters of an object in capDL, in a fixed order: {@code (12 bits, paddr: 0x200000)}. What is given twice is written
 * once, since the first counts; what says the same as nothing ({@code resume: True}, {@code fill: []}) is left out.
 */
final class ParamTexts {

    private ParamTexts() {
    }

    /** Type and parameters. The tool makes an interrupt of a CNode of 0 bits; written as one, it is still one. */
    static String object(ObjectDecl decl) {
        return decl.is(ObjectType.CNODE) && decl.isIrqNode() ? ObjectType.IRQ.keyword()
                : decl.type().keyword() + params(decl);
    }

    /** Parameters in parentheses with a blank before, or an empty text. */
    static String params(ObjectDecl decl) {
        List<Param> params = new ArrayList<>(decl.params());
        params.sort(Comparator.comparing(Param::key));
        Set<ParamKey> seen = EnumSet.noneOf(ParamKey.class);
        String text = params.stream().filter(param -> param.key() == ParamKey.UNKNOWN || seen.add(param.key()))
                .map(ParamTexts::text).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    /** One parameter, or null when it says the same as nothing. */
    private static String text(Param param) {
        ParamKey key = param.key();
        return switch (key.form()) {
            case NUMBER -> param.value() == null ? written(param) : number(key, Numbers.wrap(param.value()));
            case BOOLEAN -> flag(param);
            case LIST, RANGE -> list(param);
            case FILL -> fill(param);
            case TRIGGER -> param.source().getValue() instanceof WordValue value ? key.keyword() + ": " + value.getWord()
                    : written(param);
            case FORM -> form(param);
        };
    }

    private static String form(Param param) {
        return switch (param.key()) {
            case BITS -> Numbers.wrap(param.value()) + " bits";
            case FRAME_SIZE -> frameSize(param.value());
            case PCI_DEVICE -> "0x" + param.source().getNumber().toString(16) + ":" + param.source().getDevice() + "."
                    + param.source().getFunction();
            default -> written(param);
        };
    }

    private static String flag(Param param) {
        String word = param.source().getValue() instanceof WordValue value && value.getWord() != null
                ? value.getWord().toLowerCase(Locale.ROOT) : "";
        boolean usual = param.key() == ParamKey.RESUME;
        return switch (word) {
            case "true" -> usual ? null : param.key().keyword() + ": True";
            case "false" -> usual ? param.key().keyword() + ": False" : null;
            default -> written(param);
        };
    }

    private static String list(Param param) {
        if (!(param.source().getValue() instanceof ListValue list)
                || !list.getItems().stream().allMatch(NumberItem.class::isInstance)) {
            return written(param);
        }
        String items = list.getItems().stream().map(item -> range((NumberItem) item)).collect(Collectors.joining(", "));
        return items.isEmpty() ? null : param.key().keyword() + ": [" + items + "]";
    }

    private static String range(NumberItem item) {
        String from = "0x" + Numbers.wrap(item.getFrom()).toString(16);
        return item.getTo() == null ? from : from + " .. 0x" + Numbers.wrap(item.getTo()).toString(16);
    }

    /** The words of a fill entry are free text for the tool; only the blanks and comments between them do not count. */
    private static String fill(Param param) {
        if (!(param.source().getValue() instanceof ListValue list)) {
            return written(param);
        }
        List<String> entries = new ArrayList<>();
        for (ListItem item : list.getItems()) {
            String text = item instanceof FillItem fill ? fill.getText() : null;
            FillEntry entry = text == null ? null : FillEntry.of(text);
            if (entry == null || entry.end() < text.length()) {
                return written(param);
            }
            entries.add("{" + String.join(" ", entry.words()) + "}");
        }
        return entries.isEmpty() ? null : param.key().keyword() + ": [" + String.join(", ", entries) + "]";
    }

    private static String number(ParamKey key, BigInteger value) {
        return switch (key) {
            case PADDR, ADDR, IP, SP, FAULT_EP -> key.keyword() + ": 0x" + value.toString(16);
            case DOM -> value.signum() == 0 ? null : key.keyword() + ": " + value;
            default -> key.keyword() + ": " + value;
        };
    }

    private static String frameSize(BigInteger bytes) {
        BigInteger mega = BigInteger.ONE.shiftLeft(20);
        return bytes.mod(mega).signum() == 0 ? bytes.shiftRight(20) + "M" : bytes.shiftRight(10) + "k";
    }

    private static String written(Param param) {
        return NodeModelUtils.getTokenText(NodeModelUtils.getNode(SourceTree.withTokens(param.source()))).replaceAll("\\s+", " ");
    }
}
