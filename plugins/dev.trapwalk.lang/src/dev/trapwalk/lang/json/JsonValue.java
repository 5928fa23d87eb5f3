package dev.trapwalk.lang.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON file with its place, for messages that say where something is wrong.
 *
 * @param value a {@link Map} of members, a {@link List} of elements, a {@link String}, a {@link BigDecimal}, a
 *        {@link Boolean}, or null
 * @param line 1-based
 * @param column 1-based
 * @param path such as {@code $.objects[3].name}
 */
record JsonValue(Object value, int line, int column, String path) {

    /** Something in the file is not as expected; what contains it is left out. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;
        private final transient JsonValue at;

        Unexpected(JsonValue at, String message) {
            super(message, null, false, false);
            this.at = at;
        }

        JsonValue at() {
            return at;
        }
    }

    boolean isNull() {
        return value == null;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    Unexpected unexpected(String key, Object... arguments) {
        return new Unexpected(this, Messages.format(key, arguments));
    }

    @SuppressWarnings("unchecked")
    Map<String, JsonValue> members() throws Unexpected {
        if (value instanceof Map) {
            return (Map<String, JsonValue>) value;
        }
        throw unexpected("import.expected", Messages.format("kind.object"), describe());
    }

    @SuppressWarnings("unchecked")
    List<JsonValue> elements() throws Unexpected {
        if (value instanceof List) {
            return (List<JsonValue>) value;
        }
        throw unexpected("import.expected", Messages.format("kind.list"), describe());
    }

    /** The member {@code name}. */
    JsonValue get(String name) throws Unexpected {
        JsonValue member = members().get(name);
        if (member == null) {
            throw unexpected("import.missing", name);
        }
        return member;
    }

    /** The member {@code name}, or null when there is none or it is null. */
    JsonValue optional(String name) throws Unexpected {
        JsonValue member = members().get(name);
        return member == null || member.isNull() ? null : member;
    }

    String text() throws Unexpected {
        if (value instanceof String text) {
            return text;
        }
        throw unexpected("import.expected", Messages.format("kind.text"), describe());
    }

    boolean flag() throws Unexpected {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw unexpected("import.expected", Messages.format("kind.flag"), describe());
    }

    /** A whole number from 0 to 2^bits - 1. */
    BigInteger number(int bits) throws Unexpected {
        if (value instanceof BigDecimal decimal && decimal.signum() >= 0 && decimal.stripTrailingZeros().scale() <= 0
                && decimal.precision() - decimal.scale() < 40) {
            BigInteger number = decimal.toBigInteger();
            if (number.bitLength() <= bits) {
                return number;
            }
        }
        throw unexpected("import.expected", Messages.format("kind.number", BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)), describe());
    }

    private String describe() {
        return value == null ? "null" : value instanceof Map ? "{...}" : value instanceof List ? "[...]"
                : value instanceof String text ? "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\""
                : value.toString();
    }
}
