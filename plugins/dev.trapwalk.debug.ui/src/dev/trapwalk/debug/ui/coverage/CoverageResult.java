package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.ui.Icon;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.ISearchResultListener;
import org.eclipse.search.ui.SearchResultEvent;

/** The answer as the Search view keeps it in its history. */
public final class CoverageResult implements ISearchResult {

    private final CoverageQuery query;
    private final List<ISearchResultListener> listeners = new CopyOnWriteArrayList<>();

    CoverageResult(CoverageQuery query) {
        this.query = query;
    }

    void changed() {
        SearchResultEvent event = new SearchResultEvent(this) {
            private static final long serialVersionUID = 1L;
        };
        listeners.forEach(listener -> listener.searchResultChanged(event));
    }

    CoverageQuery query() {
        return query;
    }

    @Override
    public void addListener(ISearchResultListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ISearchResultListener listener) {
        listeners.remove(listener);
    }

    @Override
    public String getLabel() {
        return query.getLabel();
    }

    @Override
    public String getTooltip() {
        return query.getLabel();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icon.LISTING.descriptor();
    }

    @Override
    public ISearchQuery getQuery() {
        return query;
    }
}
