package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.csource.FunctionDefinition.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the function definitions of one C file without understanding C: an identifier, parentheses and an opening brace
 * outside of all other braces. Preprocessor lines only tell which alternatives belong to the modelled configuration.
 */
final class DefinitionScanner {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_]\\w*|[(){};=]");
    private static final String ATTRIBUTE = "__attribute__";

    private final String file;
    private final Config fileConfig;
    private final Conditions conditions = new Conditions();
    private final List<FunctionDefinition> found = new ArrayList<>();
    private int braces;
    private int parentheses;
    private Token word;
    private Token head;
    private Token open;
    private int bodyLine;
    private Config config = Config.ACTIVE;

    private DefinitionScanner(String file, Config fileConfig) {
        this.file = file;
        this.fileConfig = fileConfig;
    }

    /** An identifier and where it stands. */
    private record Token(String text, int line) {
    }

    /**
     * All functions that a text defines, in its order.
     *
     * @param fileConfig what is known of the whole file, from its path
     */
    static List<FunctionDefinition> scan(String file, String text, Config fileConfig) {
        DefinitionScanner scanner = new DefinitionScanner(file, fileConfig);
        boolean continued = false;
        int number = 0;
        for (String line : CText.code(text)) {
            number++;
            boolean directive = continued || line.stripLeading().startsWith("#");
            if (directive) {
                scanner.directive(continued ? "" : line);
                continued = line.endsWith("\\");
            } else {
                scanner.tokens(line, number);
            }
        }
        return scanner.found;
    }

    private void directive(String line) {
        int depth = conditions.line(line, braces);
        if (depth == 0 && braces > 0) {
            open = null;
        }
        braces = depth;
    }

    private void tokens(String line, int number) {
        Matcher token = TOKEN.matcher(line);
        while (token.find()) {
            token(token.group(), number);
        }
    }

    private void token(String text, int line) {
        switch (text) {
            case "(" -> openParenthesis();
            case ")" -> parentheses = Math.max(0, parentheses - 1);
            case "{" -> openBrace(line);
            case "}" -> closeBrace(line);
            case ";", "=" -> {
                if (parentheses == 0 && braces == 0) {
                    head = null;
                }
                word = null;
            }
            default -> word = new Token(text, line);
        }
    }

    private void openParenthesis() {
        if (parentheses++ == 0 && braces == 0 && word != null && !word.text().equals(ATTRIBUTE)) {
            head = word;
        }
        word = null;
    }

    private void openBrace(int line) {
        if (braces++ == 0 && parentheses == 0) {
            open = head;
            bodyLine = line;
            config = fileConfig.and(conditions.config());
        }
        head = null;
    }

    private void closeBrace(int line) {
        braces = Math.max(0, braces - 1);
        if (braces == 0 && open != null) {
            found.add(new FunctionDefinition(open.text(), file, open.line(), bodyLine, line, config));
            open = null;
        }
    }
}
