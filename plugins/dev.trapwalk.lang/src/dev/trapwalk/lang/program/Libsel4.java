package dev.trapwalk.lang.program;

import dev.trapwalk.lang.program.FunctionSpec.Kind;
import dev.trapwalk.lang.program.FunctionSpec.ParamSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The catalogue of functions that programs may call, read from {@code libsel4.tsv}. Content assist, signature help, hover,
 * the checks and the conversion all use this one table.
 */
public final class Libsel4 {
    private static final Map<String, FunctionSpec> FUNCTIONS = read();
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.trapwalk.lang.program.libsel4");

    private Libsel4() {
    }

    /** The function called {@code name}, or null. */
    public static FunctionSpec function(String name) {
        return FUNCTIONS.get(name);
    }

    /** All functions. */
    public static Collection<FunctionSpec> functions() {
        return FUNCTIONS.values();
    }

    /** What a function does, in one sentence. */
    public static String description(FunctionSpec function) {
        return TEXTS.containsKey(function.name()) ? TEXTS.getString(function.name()) : "";
    }

    private static Map<String, FunctionSpec> read() {
        Map<String, FunctionSpec> functions = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Libsel4.class.getResourceAsStream("libsel4.tsv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(Libsel4::parse)
                    .forEach(function -> functions.put(function.name(), function));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return functions;
    }

    private static FunctionSpec parse(String line) {
        String[] columns = line.split("\t", -1);
        List<ParamSpec> params = columns[3].isBlank() ? List.of()
                : Arrays.stream(columns[3].split(" ")).map(param -> param.split(":"))
                        .map(param -> new ParamSpec(param[0], param[1], param[2])).toList();
        return new FunctionSpec(Kind.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1], columns[2], params);
    }
}
