package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A quick fix or refactoring in the list that Ctrl+1 shows. */
final class ActionProposal implements ICompletionProposal {
    private final CodeAction action;
    private final TextSnapshot text;

    ActionProposal(CodeAction action, TextSnapshot text) {
        this.action = action;
        this.text = text;
    }

    @Override
    public void apply(IDocument document) {
        try {
            Edits.apply(document, text, action.getEdit());
        } catch (BadLocationException e) {
            // The text changed while the list was open, so the edit has no place any more.
            LangUi.log(e);
        }
    }

    @Override
    public String getDisplayString() {
        return action.getTitle();
    }

    @Override
    public Image getImage() {
        return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_INFO_TSK);
    }

    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
