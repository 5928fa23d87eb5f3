package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The parameters of an object in capDL, in a fixed order: {@code (12 bits, paddr: 0x200000)}. */
final class ParamTexts {

    private ParamTexts() {
    }

    /** Parameters in parentheses with a blank before, or an empty text. */
    static String params(ObjectDecl decl) {
        List<Param> params = new ArrayList<>(decl.params());
        params.sort(Comparator.comparing(Param::key));
        return params.isEmpty() ? ""
                : " (" + String.join(", ", params.stream().map(ParamTexts::text).toList()) + ")";
    }

    /** One parameter. */
    static String text(Param param) {
        ParamKey key = param.key();
        if (key == ParamKey.BITS) {
            return param.value() + " bits";
        }
        if (key == ParamKey.FRAME_SIZE) {
            return frameSize(param.value());
        }
        if (key.form() == ParamKey.Form.NUMBER && param.value() != null) {
            return key.keyword() + ": " + number(key, param.value());
        }
        return NodeModelUtils.getTokenText(NodeModelUtils.getNode(param.source())).replaceAll("\\s+", " ");
    }

    private static String number(ParamKey key, BigInteger value) {
        return switch (key) {
            case PADDR, ADDR, IP, SP, FAULT_EP -> "0x" + value.toString(16);
            default -> value.toString();
        };
    }

    private static String frameSize(BigInteger bytes) {
        BigInteger mega = BigInteger.ONE.shiftLeft(20);
        return bytes.mod(mega).signum() == 0 ? bytes.shiftRight(20) + "M" : bytes.shiftRight(10) + "k";
    }
}
