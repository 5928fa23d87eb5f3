package dev.trapwalk.engine.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A function of seL4's C kernel that the engine models, under its C name, with the points that are passed in it.
 *
 * <p>Declared as constants of the class that holds the Java method, in the order of the code:
 * <pre>
 * static final KernelFunction SEND_IPC = KernelFunction.of(Endpoints.class, "sendIPC", Phase.PERFORM, "blocking:flag", "badge");
 * static final KernelPoint RECEIVER_WAITING = SEND_IPC.branch("receiver_waiting", "state:count");
 * </pre>
 * The words of the kernel listing stand in a resource bundle named like that class, one key per point id plus one per
 * function name (what the function decides), so that they can be translated.
 */
public final class KernelFunction {

    private final String name;
    private final Phase phase;
    private final Class<?> owner;
    private final List<KernelPoint> points = new ArrayList<>();
    private final KernelPoint entry;
    private final KernelPoint exit;

    private KernelFunction(Class<?> owner, String name, Phase phase, boolean returns, String... arguments) {
        this.owner = owner;
        this.name = name;
        this.phase = phase;
        Catalogue.register(this);
        this.entry = add("entry", KernelPoint.Kind.ENTRY, arguments);
        this.exit = returns ? Catalogue.number(this, "return", KernelPoint.Kind.RETURN, List.of()) : null;
    }

    /**
     * Declares a kernel function.
     *
     * @param owner the class that holds the Java method; its resource bundle holds the words
     * @param name the C name
     * @param phase where on the map of a system call it belongs
     * @param arguments what its entry shows, as {@code name:kind}
     */
    public static KernelFunction of(Class<?> owner, String name, Phase phase, String... arguments) {
        return new KernelFunction(owner, name, phase, true, arguments);
    }

    /**
     * Declares a kernel function that never returns to its caller (NORETURN in C): the path from it leads out to user
     * mode. It has no return point; its Java method does not call {@code leave}, and its caller returns at once.
     */
    public static KernelFunction noReturn(Class<?> owner, String name, Phase phase, String... arguments) {
        return new KernelFunction(owner, name, phase, false, arguments);
    }

    /** Declares a check: a condition that must hold, or the path is left. Operands as {@code name:kind}. */
    public KernelPoint check(String pointName, String... operands) {
        return add(pointName, KernelPoint.Kind.CHECK, operands);
    }

    /** Declares a decision of which both outcomes go on. */
    public KernelPoint branch(String pointName, String... operands) {
        return add(pointName, KernelPoint.Kind.BRANCH, operands);
    }

    /** Declares a place where something is done or found. */
    public KernelPoint action(String pointName, String... operands) {
        return add(pointName, KernelPoint.Kind.ACTION, operands);
    }

    private KernelPoint add(String pointName, KernelPoint.Kind kind, String... operands) {
        KernelPoint point =
                Catalogue.number(this, pointName, kind, Arrays.stream(operands).map(Operand::parse).toList());
        points.add(point);
        return point;
    }

    /** The C name. */
    public String name() {
        return name;
    }

    /** Where on the map of a system call this function belongs. */
    public Phase phase() {
        return phase;
    }

    /** The point passed first. */
    public KernelPoint entry() {
        return entry;
    }

    /** The point passed when the function returns; null for a function that does not, see {@link #returns()}. */
    public KernelPoint exit() {
        return exit;
    }

    /** Whether the function returns to its caller; those on the way out to user mode do not. */
    public boolean returns() {
        return exit != null;
    }

    /** All points in the order of the code: entry first, return (if the function returns) last. */
    public List<KernelPoint> points() {
        List<KernelPoint> all = new ArrayList<>(points);
        if (returns()) {
            all.add(exit);
        }
        return Collections.unmodifiableList(all);
    }

    /** What this function decides or does, in a sentence. */
    public String text() {
        return text(name);
    }

    String text(String key) {
        if (key.equals(entry.id()) || returns() && key.equals(exit.id())) {
            return ResourceBundle.getBundle(KernelFunction.class.getName()).getString(key.substring(name.length() + 1));
        }
        return ResourceBundle.getBundle(owner.getName()).getString(key);
    }

    Optional<String> rule(String key) {
        ResourceBundle words = ResourceBundle.getBundle(owner.getName());
        String rule = key + ".rule";
        return words.containsKey(rule) ? Optional.of(words.getString(rule)) : Optional.empty();
    }

    /** The class whose resource bundle holds the words of this function's points. */
    public Class<?> owner() {
        return owner;
    }

    @Override
    public String toString() {
        return name;
    }
}
