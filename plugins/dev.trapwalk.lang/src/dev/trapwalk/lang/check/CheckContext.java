package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Fixes;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;

/** What a check sees, and where it reports. */
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

        static Fix replaceAt(INode node, String text) {
            return new Fix(Fixes.REPLACE_AT,
                    List.of(Integer.toString(node.getOffset()), Integer.toString(node.getLength()), text));
        }
    }

    private final CapdlModel model;
    private final INode root;
    private final Profile profile;
    private final SyntaxErrors errors;
    private final List<Diagnostic> diagnostics;
    private String id = "";

    CheckContext(CapdlModel model, INode root, Profile profile, SyntaxErrors errors, List<Diagnostic> diagnostics) {
        this.model = model;
        this.root = root;
        this.profile = profile;
        this.errors = errors;
        this.diagnostics = diagnostics;
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

    /** Whether there is a syntax error in {@code element} or right behind it, so that parts of it may be missing. */
    boolean isBroken(EObject element) {
        return errors.any() && errors.touch(node(element, null));
    }

    /** Shows every run of capabilities to {@code visitor}, once for each stretch of equal containers. */
    void runs(BiConsumer<Container, CapRun> visitor) {
        for (List<Container> parts : model.containers()) {
            for (Container container : parts) {
                for (CapRun run : container.runs()) {
                    visitor.accept(container, run);
                }
            }
        }
    }

    /** The root of the node model. */
    INode root() {
        return root;
    }

    /** The text of the file. */
    String text() {
        return root.getText();
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
        report(severity, node.getOffset(), Math.max(node.getLength(), 1), fix, key, arguments);
    }

    void report(Severity severity, int offset, int length, Fix fix, String key, Object... arguments) {
        LineAndColumn place = NodeModelUtils.getLineAndColumn(root, offset);
        diagnostics.add(new Diagnostic(id, profile.severity(id, severity), offset, length, place.getLine(),
                place.getColumn(), Messages.format(key, arguments), fix.code(), fix.data()));
    }

    /** The tokens of an element; of the whole file, its first section (the architecture). */
    INode head(EObject at) {
        boolean file = at == model.module() && !model.module().getSections().isEmpty();
        return node(file ? model.module().getSections().get(0) : at, null);
    }

    /** The tokens of a feature's value, or of the whole element. */
    INode node(EObject at, EStructuralFeature feature) {
        if (feature != null) {
            List<INode> nodes = NodeModelUtils.findNodesForFeature(at, feature);
            if (!nodes.isEmpty()) {
                return nodes.get(0);
            }
        }
        INode node = NodeModelUtils.findActualNodeFor(at);
        return node == null ? root : node;
    }
}
