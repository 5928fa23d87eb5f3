package dev.trapwalk.lang.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function that programs may call, as the catalogue {@link Libsel4} describes it.
 *
 * @param kind what it does
 * @param name its name in C
 * @param label invocation label or system call, under the kernel's name; empty for the others
 * @param params in the order of the C prototype
 */
public record FunctionSpec(Kind kind, String name, String label, List<ParamSpec> params) {

    /** What a function does. */
    public enum Kind {
        /** A {@code Call} whose message the stub puts together from the parameters. */
        INVOCATION,
        /** A system call of its own. */
        SYSCALL,
        /** Something in user mode, without entering the kernel (but {@code syscall}). */
        STEP,
        /** Part of an expression. */
        VALUE
    }

    /**
     * A parameter.
     *
     * @param name libsel4's name
     * @param type libsel4's type
     * @param place where the value goes: see libsel4.tsv
     */
    public record ParamSpec(String name, String type, String place) {

        /** Number of the message word, or -1. */
        public int messageWord() {
            return place.startsWith("mr") ? Integer.parseInt(place.substring(2).split("\\+")[0]) : -1;
        }

        /** First bit in the message word. */
        public int shift() {
            int plus = place.indexOf('+');
            return plus < 0 ? 0 : Integer.parseInt(place.substring(plus + 1));
        }

        /** Number of the capability slot in the IPC buffer, or -1. */
        public int capSlot() {
            return place.startsWith("cap") ? Integer.parseInt(place.substring(3)) : -1;
        }

        /** Bits of the value; a structure counts as one word per register. */
        public int bits() {
            return switch (type) {
                case "seL4_Bool" -> 1;
                case "seL4_Uint8" -> 8;
                case "seL4_Uint16" -> 16;
                case "seL4_Uint32", "int" -> 32;
                default -> 64;
            };
        }

        /** Whether a CPtr is expected. */
        public boolean isCap() {
            return place.equals("cptr") || capSlot() >= 0;
        }

        /** Whether it only receives a result. */
        public boolean isResult() {
            return place.equals("out") || place.equals("badge");
        }
    }

    /** Parameters that carry something in. */
    public List<ParamSpec> inputs() {
        return params.stream().filter(param -> !param.isResult()).toList();
    }

    /** The C prototype, as signature help shows it. */
    public String prototype() {
        return name + params.stream().map(param -> param.type() + " " + param.name())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
