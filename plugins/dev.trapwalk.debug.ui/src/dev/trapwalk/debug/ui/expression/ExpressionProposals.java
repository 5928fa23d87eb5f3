package dev.trapwalk.debug.ui.expression;

import dev.trapwalk.engine.session.expression.Completion;
import dev.trapwalk.engine.session.expression.Completion.Proposal;
import dev.trapwalk.engine.session.expression.Scope;
import java.util.function.Supplier;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;

/** Proposes what can be written at the caret; in a message only within braces. */
final class ExpressionProposals implements IContentProposalProvider {

    private final Supplier<Scope> scope;
    private final boolean inBraces;

    ExpressionProposals(Supplier<Scope> scope, boolean inBraces) {
        this.scope = scope;
        this.inBraces = inBraces;
    }

    @Override
    public IContentProposal[] getProposals(String contents, int position) {
        String before = contents.substring(0, position);
        int from = inBraces ? before.lastIndexOf('{') + 1 : 0;
        if (inBraces && (from == 0 || before.indexOf('}', from) >= 0)) {
            return new IContentProposal[0];
        }
        String expression = before.substring(from);
        return Completion.propose(scope.get(), expression, expression.length()).stream()
                .map(proposal -> proposal(proposal, expression)).toArray(IContentProposal[]::new);
    }

    /** The field inserts at the caret, so what stands there already is left out. */
    private static IContentProposal proposal(Proposal proposal, String expression) {
        String rest = proposal.text().substring(expression.length() - (proposal.start() - 1));
        return new ContentProposal(rest, proposal.text(), null, rest.length());
    }
}
