package dev.trapwalk.lang.ui.holders;

import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import dev.trapwalk.lang.ui.edit.ActiveEditor;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.search.ui.NewSearchUI;

/** Asks who holds capabilities to the object at the cursor and shows the answer in the Search view. */
public final class HoldersHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor active = ActiveEditor.of(event);
        if (active == null || active.analysed() == null) {
            return null;
        }
        PrepareRenameResult name = LangUi.get().services().rename().prepare(active.analysed(), active.position());
        if (name != null) {
            List<HolderGroup> groups = LangUi.get().services().references()
                    .holders(active.analysed(), active.position());
            NewSearchUI.runQueryInForeground(null, new HoldersQuery(name.getPlaceholder(), groups,
                    EditorDocuments.file(active.analysed().uri()), active.analysed().text()));
        }
        return null;
    }
}
