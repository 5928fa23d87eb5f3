package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.NumberValue;
import dev.trapwalk.lang.capdl.ObjectParam;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One parameter of an object declaration.
 *
 * @param key what it is
 * @param value its number (log2 for bits, bytes for a frame size), or null when it is none
 * @param source where it stands
 */
public record Param(ParamKey key, BigInteger value, ObjectParam source) {

    /** The parameters of a declaration, in order. */
    public static List<Param> of(List<ObjectParam> sources) {
        List<Param> params = new ArrayList<>(sources.size());
        for (ObjectParam source : sources) {
            params.add(of(source));
        }
        return params;
    }

    private static Param of(ObjectParam source) {
        if (source.getKey() != null) {
            BigInteger number = source.getValue() instanceof NumberValue value && !value.isNegative()
                    ? value.getNumber() : null;
            return new Param(ParamKey.of(source.getKey()), number, source);
        }
        if (source.getDevice() != null) {
            return new Param(ParamKey.PCI_DEVICE, source.getNumber(), source);
        }
        int shift = source.getLegacy() == null ? shift(source.getUnit()) : -1;
        if (shift < 0) {
            return new Param(ParamKey.UNKNOWN, null, source);
        }
        ParamKey key = shift == 0 ? ParamKey.BITS : ParamKey.FRAME_SIZE;
        return new Param(key, source.getNumber().shiftLeft(shift), source);
    }

    /** log2 of a unit: 0 for bits, 10 k, 20 M, 30 G; also as people write them by mistake. -1 when it is none. */
    private static int shift(String unit) {
        return switch (unit == null ? "" : unit) {
            case "bits", "bit" -> 0;
            case "k", "K" -> 10;
            case "M", "m" -> 20;
            case "G", "g" -> 30;
            default -> -1;
        };
    }
}
