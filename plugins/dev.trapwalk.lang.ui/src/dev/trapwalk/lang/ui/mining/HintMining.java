package dev.trapwalk.lang.ui.mining;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.lsp4j.InlayHint;

/** A slot number that follows from the order. */
final class HintMining extends LineContentCodeMining {

    HintMining(Position position, InlayHint hint, ICodeMiningProvider provider) {
        super(position, provider);
        setLabel(hint.getLabel().getLeft() + " ");
    }
}
