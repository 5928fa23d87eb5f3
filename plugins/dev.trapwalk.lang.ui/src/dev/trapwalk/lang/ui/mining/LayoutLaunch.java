package dev.trapwalk.lang.ui.mining;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.ScenarioText;
import dev.trapwalk.lang.ui.Messages;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;

/**
 * What "Debug this layout" does. A layout alone has nothing to run: its threads need programs. So this makes a scenario
 * of it, beside it and with its name, or opens the one that is there.
 */
public final class LayoutLaunch {
    private final IWorkbenchPage page;
    private final Predicate<String> question;
    private final Consumer<String> explanation;

    /**
     * @param question asks a person whether to go on
     * @param explanation tells a person why it does not go on
     */
    public LayoutLaunch(IWorkbenchPage page, Predicate<String> question, Consumer<String> explanation) {
        this.page = page;
        this.question = question;
        this.explanation = explanation;
    }

    /** Opens the scenario of {@code layout}, made anew if there is none and a person agrees. */
    public void open(AnalysedDocument layout) throws CoreException {
        IFile file = EditorDocuments.file(layout.uri());
        String text = ScenarioText.of(layout);
        if (file == null) {
            explanation.accept(Messages.LayoutLaunch_NoFile);
        } else if (text == null) {
            explanation.accept(NLS.bind(Messages.LayoutLaunch_NoThread, file.getName()));
        } else {
            IPath path = file.getFullPath().removeFileExtension().addFileExtension("walk"); //$NON-NLS-1$
            IFile scenario = file.getWorkspace().getRoot().getFile(path);
            if (scenario.exists()) {
                IDE.openEditor(page, scenario);
            } else if (question.test(NLS.bind(Messages.LayoutLaunch_Question, file.getName(), scenario.getName()))) {
                scenario.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
                IDE.openEditor(page, scenario);
            }
        }
    }
}
