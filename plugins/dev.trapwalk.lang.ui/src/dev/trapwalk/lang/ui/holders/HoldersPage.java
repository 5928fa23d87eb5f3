package dev.trapwalk.lang.ui.holders;

import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.ObjectIcons;
import dev.trapwalk.lang.ui.answer.AnswerPage;
import java.util.List;
import org.eclipse.jface.viewers.IBaseLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Threads, and under each what it holds. A double click opens the mapping. */
public final class HoldersPage extends AnswerPage {
    private HoldersQuery query;

    @Override
    public void setInput(ISearchResult search, Object state) {
        query = search == null ? null : ((HoldersResult) search).getQuery();
        show(query == null ? List.of() : query.groups());
        viewer().expandAll();
    }

    @Override
    protected List<?> below(Object row) {
        return row instanceof HolderGroup group ? group.entries() : List.of();
    }

    @Override
    protected void open(Object row) {
        if (!(row instanceof HolderGroup.Entry entry) || entry.location() == null || query.file() == null) {
            return;
        }
        try {
            if (IDE.openEditor(getSite().getPage(), query.file()) instanceof ITextEditor editor) {
                Range range = entry.location().getRange();
                int start = query.text().offset(range.getStart());
                editor.selectAndReveal(start, query.text().offset(range.getEnd()) - start);
            }
        } catch (PartInitException e) {
            LangUi.log(e);
        }
    }

    @Override
    public String getLabel() {
        return query == null ? "" : query.getLabel();
    }

    @Override
    protected IBaseLabelProvider labels() {
        return new Labels();
    }

    /** A thread's name; all of a capability in one line. */
    private static final class Labels extends LabelProvider {

        @Override
        public Image getImage(Object element) {
            return element instanceof HolderGroup ? ObjectIcons.of(ObjectType.TCB)
                    : ObjectIcons.of(SymbolKind.Property, null);
        }

        @Override
        public String getText(Object element) {
            return element instanceof HolderGroup group ? group.thread() : ((HolderGroup.Entry) element).label();
        }
    }
}
