package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Fixes;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;

/** What one check sees, and where it reports. */
final class CheckContext {

    /** A quick fix: a code of {@link Fixes} and its arguments. */
    record Fix(String code, List<String> data) {
        static final Fix NONE = new Fix("", List.of());

        static Fix replace(String... texts) {
            return new Fix(Fixes.REPLACE, List.of(texts));
        }

        static Fix remove() {
            return new Fix(Fixes.REMOVE, List.of());
        }

        static Fix insert(int offset, String text) {
            return new Fix(Fixes.INSERT, List.of(Integer.toString(offset), text));
        }

        static Fix replaceAt(int offset, int length, String text) {
            return new Fix(Fixes.REPLACE_AT,
                    List.of(Integer.toString(offset), Integer.toString(length), text));
        }
    }

    private final CapdlModel model;
    private final Profile profile;
    private final SyntaxErrors errors;
    private final NumberTokens numbers;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private String id = "";

    CheckContext(CapdlModel model, Profile profile, SyntaxErrors errors, NumberTokens numbers) {
        this.model = model;
        this.profile = profile;
        this.errors = errors;
        this.numbers = numbers;
    }

    /** What was reported here, in that order. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    CapdlModel model() {
        return model;
    }

    Arch arch() {
        return model.arch();
    }

    Profile profile() {
        return profile;
    }

    /** Where the file is no capDL: what follows from that is not worth a report. */
    SyntaxErrors errors() {
        return errors;
    }

    /** The numbers of the file that are long, or begin with zeros. */
    NumberTokens numbers() {
        return numbers;
    }

    /** Whether there is a syntax error in {@code element} or right behind it, so that parts of it may be missing. */
    boolean isBroken(EObject element) {
        return errors.any() && errors.touch(node(element, null));
    }

    /** Shows every run of capabilities to {@code visitor}, once for each stretch of equal containers. */
    void runs(BiConsumer<Container, CapRun> visitor) {
        for (List<Container> parts : model.containers()) {
            for (int i = 0; i < parts.size(); i++) {
                Container container = parts.get(i);
                List<CapRun> runs = container.runs();
                for (int j = 0; j < runs.size(); j++) {
                    visitor.accept(container, runs.get(j));
                }
            }
        }
    }

    /** The syntax tree, which knows where things are. */
    SourceTree tree() {
        return model.tree();
    }

    /** The text of the file. */
    String text() {
        return tree().text();
    }

    /** Sets the id under which the following reports are filed. */
    void enter(String checkId) {
        id = checkId;
    }

    void error(EObject at, EStructuralFeature feature, String key, Object... arguments) {
        report(Severity.ERROR, node(at, feature), Fix.NONE, key, arguments);
    }

    void warning(EObject at, EStructuralFeature feature, String key, Object... arguments) {
        report(Severity.WARNING, node(at, feature), Fix.NONE, key, arguments);
    }

    void info(EObject at, EStructuralFeature feature, String key, Object... arguments) {
        report(Severity.INFO, node(at, feature), Fix.NONE, key, arguments);
    }

    void report(Severity severity, EObject at, EStructuralFeature feature, Fix fix, String key, Object... arguments) {
        report(severity, node(at, feature), fix, key, arguments);
    }

    void report(Severity severity, INode node, Fix fix, String key, Object... arguments) {
        report(severity, tree().offset(node), Math.max(node.getLength(), 1), fix, key, arguments);
    }

    void report(Severity severity, int offset, int length, Fix fix, String key, Object... arguments) {
        diagnostics.add(new Diagnostic(id, profile.severity(id, severity), offset, length, tree().line(offset),
                tree().column(offset), Messages.format(key, arguments), fix.code(), fix.data()));
    }

    /** The tokens of an element; of the whole file, its first section (the architecture). */
    INode head(EObject at) {
        boolean file = at == model.module() && !model.module().getSections().isEmpty();
        return node(file ? model.module().getSections().get(0) : at, null);
    }

    /** Where an element starts. */
    int offset(EObject at) {
        return tree().offset(node(at, null));
    }

    /** The line in which an element starts, from 1. */
    int line(EObject at) {
        return tree().line(offset(at));
    }

    /** The tokens of a feature's value, or of the whole element. */
    INode node(EObject at, EStructuralFeature feature) {
        INode node = feature == null ? null : tree().node(at, feature);
        node = node == null ? tree().node(at) : node;
        return node == null ? tree().root() : node;
    }
}
