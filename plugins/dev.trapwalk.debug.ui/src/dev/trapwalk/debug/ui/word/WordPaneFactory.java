package dev.trapwalk.debug.ui.word;

import dev.trapwalk.debug.core.model.WalkValue;
import dev.trapwalk.debug.core.model.WalkVariable;
import java.util.Optional;
import java.util.Set;
import org.eclipse.debug.core.model.IExpression;
import org.eclipse.debug.ui.IDetailPane;
import org.eclipse.debug.ui.IDetailPaneFactory;
import org.eclipse.jface.viewers.IStructuredSelection;

/** Offers the bit field pane for every value of ours, and proposes it for those that are more than a number. */
public final class WordPaneFactory implements IDetailPaneFactory {

    /** The variable that is selected, itself or as an expression's value. */
    static Optional<WalkVariable> variable(IStructuredSelection selection) {
        if (selection == null || selection.size() != 1) {
            return Optional.empty();
        }
        Object element = selection.getFirstElement();
        Object value = element instanceof IExpression expression ? expression.getValue() : element;
        return value instanceof WalkVariable variable ? Optional.of(variable)
                : value instanceof WalkValue walk ? Optional.of(walk.variable()) : Optional.empty();
    }

    @Override
    public Set<String> getDetailPaneTypes(IStructuredSelection selection) {
        return variable(selection).isPresent() ? Set.of(WordPane.ID) : Set.of();
    }

    @Override
    public String getDefaultDetailPane(IStructuredSelection selection) {
        return variable(selection).filter(found -> switch (found.variable().kind()) {
            case MESSAGE_INFO, RIGHTS, CAP, SLOT, TCB, ENDPOINT, NOTIFICATION -> true;
            default -> false;
        }).map(found -> WordPane.ID).orElse(null);
    }

    @Override
    public IDetailPane createDetailPane(String paneId) {
        return WordPane.ID.equals(paneId) ? new WordPane() : null;
    }

    @Override
    public String getDetailPaneName(String paneId) {
        return WordPane.ID.equals(paneId) ? Messages.paneName : null;
    }

    @Override
    public String getDetailPaneDescription(String paneId) {
        return WordPane.ID.equals(paneId) ? Messages.paneDescription : null;
    }
}
