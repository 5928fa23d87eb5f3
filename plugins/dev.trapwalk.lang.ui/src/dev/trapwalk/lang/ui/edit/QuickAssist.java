package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.Range;

/** Quick fixes and refactorings at the cursor (Ctrl+1), from the code action service. */
public final class QuickAssist implements IQuickAssistProcessor {
    private static final long PATIENCE = 2_000;

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        AnalysedDocument document = LangUi.get().editorDocuments()
                .analysed(context.getSourceViewer().getDocument(), false, PATIENCE);
        if (document == null) {
            return new ICompletionProposal[0];
        }
        Range range = document.text().range(context.getOffset(), Math.max(0, context.getLength()));
        return LangUi.get().services().codeActions().actions(document, range, null).stream()
                .map(action -> new ActionProposal(action, document.text())).toArray(ICompletionProposal[]::new);
    }

    @Override
    public boolean canFix(Annotation annotation) {
        // Problem markers bring their own resolutions, which the platform lists beside these.
        return false;
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return true;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
