package dev.trapwalk.lang.ui.answer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.ISearchResultListener;
import org.eclipse.search.ui.SearchResultEvent;

/**
 * The answer to a query as the Search view keeps it in its history. The view finds the page for it by its class, so each
 * kind of query has a class of its own.
 *
 * @param <Q> what was asked
 */
public abstract class Answer<Q extends ISearchQuery> implements ISearchResult {
    private final Q query;
    private final ImageDescriptor image;
    private final List<ISearchResultListener> listeners = new CopyOnWriteArrayList<>();

    /** @param image stands for it in the history; may be null */
    protected Answer(Q query, ImageDescriptor image) {
        this.query = query;
        this.image = image;
    }

    /** Tells listeners, on the calling thread, that there is more of it. */
    public final void changed() {
        SearchResultEvent event = new SearchResultEvent(this) {
            private static final long serialVersionUID = 1L;
        };
        listeners.forEach(listener -> listener.searchResultChanged(event));
    }

    @Override
    public final Q getQuery() {
        return query;
    }

    @Override
    public final void addListener(ISearchResultListener listener) {
        listeners.add(listener);
    }

    @Override
    public final void removeListener(ISearchResultListener listener) {
        listeners.remove(listener);
    }

    @Override
    public final String getLabel() {
        return query.getLabel();
    }

    @Override
    public final String getTooltip() {
        return query.getLabel();
    }

    @Override
    public final ImageDescriptor getImageDescriptor() {
        return image;
    }
}
