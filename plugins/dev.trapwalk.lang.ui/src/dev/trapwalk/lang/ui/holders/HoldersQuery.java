package dev.trapwalk.lang.ui.holders;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;

/** The question, and its answer: the analysis knows it already, so running the query takes no time. */
final class HoldersQuery implements ISearchQuery {
    private final String object;
    private final List<HolderGroup> groups;
    private final IFile file;
    private final TextSnapshot text;
    private final HoldersResult result = new HoldersResult(this);

    HoldersQuery(String object, List<HolderGroup> groups, IFile file, TextSnapshot text) {
        this.object = object;
        this.groups = groups;
        this.file = file;
        this.text = text;
    }

    List<HolderGroup> groups() {
        return groups;
    }

    /** The file that says so; null when it is not in the workspace. */
    IFile file() {
        return file;
    }

    TextSnapshot text() {
        return text;
    }

    @Override
    public IStatus run(IProgressMonitor monitor) {
        result.changed();
        return Status.OK_STATUS;
    }

    @Override
    public String getLabel() {
        int count = groups.stream().mapToInt(group -> group.entries().size()).sum();
        return count == 0 ? NLS.bind(Messages.Holders_None, object)
                : NLS.bind(Messages.Holders_Label, object, count);
    }

    @Override
    public boolean canRerun() {
        return false;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public ISearchResult getSearchResult() {
        return result;
    }
}
