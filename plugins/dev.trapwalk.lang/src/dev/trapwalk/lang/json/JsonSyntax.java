package dev.trapwalk.lang.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON into values that know their places, which the library's own tree does not. */
final class JsonSyntax {
    /** Specs nest about ten deep; a file of brackets alone must not exhaust the stack. */
    private static final int DEEPEST = 64;
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+) path (\\S*)");

    private final JsonReader reader;

    private JsonSyntax(String text) {
        reader = new JsonReader(new StringReader(text));
    }

    /** The value that {@code text} is. */
    static JsonValue read(String text) throws JsonValue.Unexpected {
        JsonSyntax syntax = new JsonSyntax(text);
        try {
            JsonValue value = syntax.value(0);
            if (syntax.reader.peek() != JsonToken.END_DOCUMENT) {
                throw syntax.here(0).unexpected("import.trailing");
            }
            return value;
        } catch (MalformedJsonException | NumberFormatException e) {
            throw syntax.malformed(e, "import.syntax");
        } catch (EOFException e) {
            throw syntax.malformed(e, "import.end");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonValue.Unexpected malformed(Exception e, String key) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        JsonValue at = place.find() ? new JsonValue(null, Integer.parseInt(place.group(1)),
                Math.max(1, Integer.parseInt(place.group(2)) - 1), place.group(3)) : here(0);
        return at.unexpected(key);
    }

    private JsonValue value(int depth) throws IOException, JsonValue.Unexpected {
        JsonToken token = reader.peek();
        switch (token) {
            case BEGIN_OBJECT: {
                JsonValue at = here(1);
                tooDeep(at, depth);
                return new JsonValue(members(depth), at.line(), at.column(), at.path());
            }
            case BEGIN_ARRAY: {
                JsonValue at = here(1);
                tooDeep(at, depth);
                return new JsonValue(elements(depth), at.line(), at.column(), at.path());
            }
            case STRING: {
                JsonValue at = here(1);
                return new JsonValue(reader.nextString(), at.line(), at.column(), at.path());
            }
            case NUMBER: {
                // The place is behind the number, whose text is known only after it is read.
                JsonValue at = here(0);
                String number = reader.nextString();
                return new JsonValue(new BigDecimal(number), at.line(), at.column() - number.length(), at.path());
            }
            case BOOLEAN: {
                JsonValue at = here(0);
                boolean flag = reader.nextBoolean();
                return new JsonValue(flag, at.line(), at.column() - String.valueOf(flag).length(), at.path());
            }
            case NULL: {
                JsonValue at = here(4);
                reader.nextNull();
                return at;
            }
            default:
                throw here(0).unexpected("import.end");
        }
    }

    private static void tooDeep(JsonValue at, int depth) throws JsonValue.Unexpected {
        if (depth > DEEPEST) {
            throw at.unexpected("import.depth", DEEPEST);
        }
    }

    private Map<String, JsonValue> members(int depth) throws IOException, JsonValue.Unexpected {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            JsonValue at = here(1);
            String name = reader.nextName();
            if (members.put(name, value(depth + 1)) != null) {
                throw at.unexpected("import.twice", name);
            }
        }
        reader.endObject();
        return members;
    }

    private List<JsonValue> elements(int depth) throws IOException, JsonValue.Unexpected {
        List<JsonValue> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(depth + 1));
        }
        reader.endArray();
        return elements;
    }

    /** The place of the reader, which has consumed {@code consumed} characters of what it looks at. */
    private JsonValue here(int consumed) {
        Matcher place = PLACE.matcher(reader.toString());
        return place.find() ? new JsonValue(null, Integer.parseInt(place.group(1)),
                Math.max(1, Integer.parseInt(place.group(2)) - consumed), place.group(3))
                : new JsonValue(null, 1, 1, "$");
    }
}
