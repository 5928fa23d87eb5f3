package dev.trapwalk.engine.session.expression;

import dev.trapwalk.engine.session.state.Describer;

/** Values as people read them. */
final class Texts {

    private Texts() {
    }

    /** The text of a node's value, by its type. */
    static TextFn of(Scope scope, Node node) {
        if (node.type() == Type.TEXT) {
            return node.text();
        }
        LongFn word = Operators.wordOf(node);
        return env -> text(new Describer(env.memory, scope.objects()), env, node.type(), word.eval(env));
    }

    private static String text(Describer describer, Env env, Type type, long value) {
        return switch (type) {
            case BOOLEAN -> value == 0 ? "false" : "true";
            case THREAD -> value == 0 ? "0" : describer.thread(value);
            case SLOT -> value == 0 ? "0" : describer.slot(value) + "  " + describer.capIn(value);
            case CAP -> describer.cap(value, 0);
            case ENDPOINT, NOTIFICATION, CNODE, OBJECT -> value == 0 ? "0" : describer.object(value);
            case THREAD_STATE -> describer.threadState(value);
            case ERROR -> describer.error(value);
            case LABEL -> describer.label(value);
            case SYSCALL -> describer.syscall(value);
            case MESSAGE_INFO -> describer.messageInfo(value);
            case CAP_TYPE, ENDPOINT_STATE, NOTIFICATION_STATE, FAULT_TYPE -> constant(type, value);
            default -> value >= 0 && value <= 4096 ? Long.toString(value) : Describer.hex(value);
        };
    }

    private static String constant(Type type, long value) {
        return Constants.names(type).stream()
                .filter(name -> Constants.value(type, name).stream().anyMatch(v -> v == value))
                .findFirst().orElse(Long.toString(value));
    }
}
