package dev.trapwalk.lang.ui.assist;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.CompletionService;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import java.util.stream.Collectors;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Content assist from the completion service. Called by the platform away from the UI thread. */
public final class AssistProcessor implements IContentAssistProcessor {
    /** Only the very first analysis of a file is waited for. */
    private static final long PATIENCE = 10_000;
    private static final char[] TRIGGERS =
            CompletionService.TRIGGERS.stream().collect(Collectors.joining()).toCharArray();

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        EditorDocuments documents = LangUi.get().editorDocuments();
        AnalysedDocument document = documents.analysed(viewer.getDocument(), true, PATIENCE);
        if (document == null) {
            return new ICompletionProposal[0];
        }
        return LangUi.get().services().completion().complete(document, document.text().lines().position(offset))
                .getItems().stream().map(item -> new ServiceProposal(item, document.text()))
                .toArray(ICompletionProposal[]::new);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return TRIGGERS.clone();
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
