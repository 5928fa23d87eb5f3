package dev.trapwalk.lang.ide.services.fix;

import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.TextEdit;

/**
 * Changes the size of a CNode and takes the same number of bits from the guard of every capability to it, so that the
 * CPtrs that go through it keep their length.
 */
final class CNodeResize {

    private CNodeResize() {
    }

    /** The edits, or none when the CNode's size is not written as {@code n bits} or a guard has no bits to give. */
    static List<TextEdit> edits(AnalysedDocument document, ObjectDecl cnode, int bits) {
        Param size = cnode.param(ParamKey.BITS);
        if (size == null || bits < 1 || bits > document.model().arch().wordBits()) {
            return List.of();
        }
        List<TextEdit> edits = new ArrayList<>();
        edits.add(replace(document, size.source(), CapdlPackage.Literals.OBJECT_PARAM__NUMBER, Integer.toString(bits)));
        int grown = bits - cnode.bits();
        Set<CapParam> seen = new HashSet<>();
        for (Holder holder : document.model().holders().of(cnode)) {
            for (CapParam param : holder.run().source().getParams()) {
                if (!param.getWords().isEmpty() && param.getWords().get(0).equals("guard_size")
                        && param.getValue() != null && seen.add(param)) {
                    BigInteger left = param.getValue().subtract(BigInteger.valueOf(grown));
                    if (left.signum() < 0) {
                        return List.of();
                    }
                    edits.add(replace(document, param, CapdlPackage.Literals.CAP_PARAM__VALUE, left.toString()));
                }
            }
        }
        return edits;
    }

    private static TextEdit replace(AnalysedDocument document, EObject element, EStructuralFeature feature,
            String text) {
        return new TextEdit(document.range(document.tree().node(element, feature)), text);
    }
}
