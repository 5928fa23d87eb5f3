package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.walk.Program;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** E26: comments of C and lines for a preprocessor, which capDL does not have; programs may use them. */
final class Comments {

    private Comments() {
    }

    static void check(CheckContext context) {
        String text = context.text();
        find(context, text, "//", "E26.slashComment");
        find(context, text, "#", "E26.preprocessor");
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            ILeafNode leaf = at == 0 || text.startsWith("\r\n", at) ? null : context.tree().leaf(at - 1);
            if (leaf != null && leaf.isHidden() && leaf.getText().startsWith("--") && !inProgram(leaf)) {
                context.report(Severity.WARNING, leaf, Fix.NONE, "E26.carriageReturn");
            }
        }
    }

    private static void find(CheckContext context, String text, String mark, String key) {
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
            ILeafNode leaf = context.tree().leaf(at);
            if (leaf != null && leaf.isHidden() && context.tree().offset(leaf) == at && !inProgram(leaf)) {
                Fix fix = mark.equals("//") ? Fix.replace("--" + leaf.getText().substring(2)) : Fix.remove();
                context.report(Severity.WARNING, leaf, fix, key);
            }
        }
    }

    /** Whether a token belongs to a program, which has the comments and names of C. */
    static boolean inProgram(ILeafNode leaf) {
        for (EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf); element != null; element =
                element.eContainer()) {
            if (element instanceof Program) {
                return true;
            }
        }
        return false;
    }
}
