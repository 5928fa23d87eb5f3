package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.csource.FunctionDefinition.Config;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a C file the preprocessor keeps, as far as that follows from the configuration that the engine models:
 * x86-64, one core, no MCS, fastpath. Macros that are not known make lines uncertain, not kept.
 */
final class Conditions {

    private static final Set<String> DEFINED = Set.of("CONFIG_ARCH_X86", "CONFIG_ARCH_X86_64", "CONFIG_X86_64",
            "CONFIG_FASTPATH", "CONFIG_KERNEL_SKIM_WINDOW", "CONFIG_WORD_SIZE");
    private static final Pattern UNDEFINED = Pattern.compile("CONFIG_KERNEL_MCS|ENABLE_SMP_SUPPORT|CONFIG_SMP_SUPPORT|"
            + "CONFIG_ARCH_(ARM|AARCH|RISCV|IA32|X86_32).*|CONFIG_(ARM|RISCV|AARCH|PLAT_(?!PC)).*|CONFIG_VTX|"
            + "CONFIG_IOMMU|CONFIG_(ENABLE_)?BENCHMARK.*|CONFIG_EXCEPTION_FASTPATH|CONFIG_SIGNAL_FASTPATH|"
            + "__ASSEMBLER__|CONFIG_VERIFICATION_BUILD|CONFIG_DEBUG_DISABLE.*");
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(ifdef|ifndef|if|elif|else|endif)\\b\\s*(.*)");
    private static final Pattern DEFINED_TEST = Pattern.compile("(!?)\\s*defined\\s*\\(?\\s*(\\w+)\\s*\\)?");

    /** One #if that is open. */
    private static final class Open {
        private final int depth;
        private int depthAfter = -1;
        private Config now;
        private Config others;

        Open(int depth, Config now) {
            this.depth = depth;
            this.now = now;
            this.others = now.negated();
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    /** What is known of the text here. */
    Config config() {
        return open.stream().map(each -> each.now).reduce(Config.ACTIVE, Config::and);
    }

    /**
     * Takes a line that may be a directive.
     *
     * @param depth how many braces are open
     * @return how many are open behind it: each alternative begins where the first one began
     */
    int line(String line, int depth) {
        Matcher directive = DIRECTIVE.matcher(line.strip());
        if (!directive.lookingAt()) {
            return depth;
        }
        String rest = directive.group(2).strip();
        switch (directive.group(1)) {
            case "ifdef" -> open.push(new Open(depth, macro(rest)));
            case "ifndef" -> open.push(new Open(depth, macro(rest).negated()));
            case "if" -> open.push(new Open(depth, expression(rest)));
            case "elif" -> {
                return alternative(depth, expression(rest));
            }
            case "else" -> {
                return alternative(depth, Config.ACTIVE);
            }
            default -> {
                Open ended = open.poll();
                return ended == null || ended.depthAfter < 0 ? depth : ended.depthAfter;
            }
        }
        return depth;
    }

    private int alternative(int depth, Config condition) {
        Open current = open.peek();
        if (current == null) {
            return depth;
        }
        if (current.depthAfter < 0) {
            current.depthAfter = depth;
        }
        current.now = current.others.and(condition);
        current.others = current.others.and(condition.negated());
        return current.depth;
    }

    private static Config macro(String text) {
        String name = text.split("\\W", 2)[0];
        return DEFINED.contains(name) ? Config.ACTIVE
                : UNDEFINED.matcher(name).matches() ? Config.INACTIVE : Config.UNKNOWN;
    }

    private static Config expression(String text) {
        if (text.contains("||") || text.contains("(") && !text.contains("defined")) {
            return Config.UNKNOWN;
        }
        Config all = Config.ACTIVE;
        for (String part : text.split("&&")) {
            Matcher test = DEFINED_TEST.matcher(part.strip());
            Config one = !test.matches() ? Config.UNKNOWN
                    : test.group(1).isEmpty() ? macro(test.group(2)) : macro(test.group(2)).negated();
            all = all.and(one);
        }
        return all;
    }
}
