package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Shows the slot numbers that the file leaves out: those of mappings without {@code slot:}, and where an array ends.
 */
public final class InlayHintService {

    /** The hints inside of {@code range}, by place. */
    public List<InlayHint> hints(AnalysedDocument document, Range range) {
        int from = document.text().offset(range.getStart());
        int to = document.text().offset(range.getEnd());
        List<InlayHint> hints = new ArrayList<>();
        Set<Mapping> seen = new HashSet<>();
        for (List<Container> parts : document.model().containers()) {
            for (Container container : parts) {
                for (CapRun run : container.runs()) {
                    if ((run.isPositional() || run.count() > 1) && seen.add(run.source())) {
                        add(document, run, from, to, hints);
                    }
                }
            }
        }
        hints.sort(Comparator.comparing(hint -> document.text().offset(hint.getPosition())));
        return hints;
    }

    private static void add(AnalysedDocument document, CapRun run, int from, int to, List<InlayHint> hints) {
        INode node = NodeModelUtils.getNode(SourceTree.withTokens(run.source()));
        SourceTree tree = document.tree();
        if (node == null || tree.end(node) < from || tree.offset(node) > to) {
            return;
        }
        boolean before = run.isPositional();
        String last = run.count() > 1 ? ".." + run.lastSlot() : "";
        String label = before ? run.slot() + last + ":" : last;
        INode target = NodeModelUtils.getNode(run.source().getRef());
        int offset = tree.offset(before || target == null ? node : target);
        InlayHint hint = new InlayHint(document.text().lines().position(offset), Either.forLeft(label));
        hint.setKind(InlayHintKind.Parameter);
        hint.setPaddingRight(true);
        hint.setTooltip(Messages.format("hint.slot"));
        hints.add(hint);
    }
}
