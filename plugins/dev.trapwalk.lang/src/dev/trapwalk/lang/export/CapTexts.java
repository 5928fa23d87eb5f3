package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.CapPair;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a capability in capDL: {@code (RW, badge: 0x11)}. Those of a copy are what is left of its original's. */
final class CapTexts {

    private CapTexts() {
    }

    /** Parameters in parentheses with a blank before, or an empty text. */
    static String params(CapRun run) {
        List<String> params = list(run);
        return params.isEmpty() ? "" : " (" + String.join(", ", params) + ")";
    }

    /** The parameters one by one, in a fixed order. */
    static List<String> list(CapRun run) {
        CapAttributes attributes = run.attributes();
        List<String> params = new ArrayList<>();
        if (attributes.rights() != 0) {
            params.add(Rights.toString(attributes.rights()));
        }
        number(params, "badge", attributes.badge());
        number(params, "guard", attributes.guard());
        if (attributes.guardSize() != null && Numbers.wrap(attributes.guardSize()).signum() != 0) {
            params.add("guard_size: " + Numbers.wrap(attributes.guardSize()));
        }
        if (attributes.uncached()) {
            params.add("uncached");
        }
        if (attributes.reply() != 0) {
            params.add(attributes.reply() == 1 ? "reply" : "master_reply");
        }
        for (CapParam param : run.params()) {
            written(params, param);
        }
        return params;
    }

    /** Parameters that the model does not interpret. */
    private static void written(List<String> params, CapParam param) {
        String key = param.getWords().isEmpty() ? "" : param.getWords().get(0);
        if (key.equals("core") && param.getValue() != null) {
            params.add("core: " + Numbers.wrap(param.getValue()));
        } else if (key.equals("asid") && param.getPair() != null && param.getPair().getFirst() != null
                && param.getPair().getSecond() != null) {
            CapPair pair = param.getPair();
            params.add("asid: (" + Numbers.wrap(pair.getFirst()) + ", " + Numbers.wrap(pair.getSecond()) + ")");
        } else if (key.equals("mapping") && param.getPair() != null && param.getPair().getObject() != null) {
            CapPair pair = param.getPair();
            params.add("mapping: (" + References.text(pair.getObject()) + ", "
                    + (pair.getSlotName() != null ? pair.getSlotName() : pair.getSecond()) + ")");
        }
    }

    /** A badge or guard of 0 is the same as none. */
    private static void number(List<String> params, String key, BigInteger value) {
        if (value != null && Numbers.wrap(value).signum() != 0) {
            params.add(key + ": 0x" + Numbers.wrap(value).toString(16));
        }
    }
}
