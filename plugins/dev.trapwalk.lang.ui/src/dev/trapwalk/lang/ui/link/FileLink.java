package dev.trapwalk.lang.ui.link;

import dev.trapwalk.lang.ui.LangUi;
import java.net.URI;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** A link to a file. */
record FileLink(IRegion origin, String label, String uri) implements IHyperlink {

    @Override
    public IRegion getHyperlinkRegion() {
        return origin;
    }

    @Override
    public String getTypeLabel() {
        return null;
    }

    @Override
    public String getHyperlinkText() {
        return label;
    }

    @Override
    public void open() {
        try {
            IDE.openEditorOnFileStore(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(),
                    EFS.getStore(URI.create(uri)));
        } catch (CoreException e) {
            LangUi.log(e);
        }
    }
}
