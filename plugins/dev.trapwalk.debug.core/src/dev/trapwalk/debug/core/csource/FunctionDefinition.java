package dev.trapwalk.debug.core.csource;

/**
 * Where a C function is defined. Lines are 1-based.
 *
 * @param name of the function
 * @param file path relative to the checkout
 * @param line on which its name stands
 * @param bodyLine of the opening brace
 * @param endLine of the closing brace
 * @param config whether the text around it is compiled in the configuration that the engine models
 */
record FunctionDefinition(String name, String file, int line, int bodyLine, int endLine, Config config) {

    /** How sure one can be that conditional text belongs to the modelled configuration; the best first. */
    enum Config {
        ACTIVE, UNKNOWN, INACTIVE;

        Config and(Config other) {
            return compareTo(other) < 0 ? other : this;
        }

        Config negated() {
            return switch (this) {
                case ACTIVE -> INACTIVE;
                case UNKNOWN -> UNKNOWN;
                case INACTIVE -> ACTIVE;
            };
        }
    }

    /** Whether a line belongs to the head of the definition: from the name to the opening brace. */
    boolean isHead(int at) {
        return at >= line && at <= bodyLine;
    }

    /** Whether a line belongs to the definition. */
    boolean contains(int at) {
        return at >= line && at <= endLine;
    }
}
