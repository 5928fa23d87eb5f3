package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.boot.CapSpec;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.NamedObject;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Where a layout declares the capability of a slot. */
final class Declaration {

    private final IWorkbenchPage page;
    private final IFile scenario;
    private final Consumer<String> refused;

    Declaration(IWorkbenchPage page, IFile scenario, Consumer<String> refused) {
        this.page = page;
        this.scenario = scenario;
        this.refused = refused;
    }

    /** Opens the declaration of what lies in a slot; of its container if it came there later. */
    void open(MachineImage machine, long slot) {
        Optional<NamedObject> container = machine.objects().containing(slot);
        if (container.isEmpty()) {
            refused.accept(Messages.bind(Messages.notDeclared, machine.describe().slot(slot)));
            return;
        }
        int index = (int) (slot - container.get().start() >>> Cte.SIZE_BITS);
        ICoreRunnable find = monitor -> {
            try {
                Layout layout = ScenarioFile.read(scenario).layout();
                SourcePlace place = place(layout, container.get(), index);
                page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> reveal(place));
            } catch (CoreException wrong) {
                page.getWorkbenchWindow().getShell().getDisplay()
                        .asyncExec(() -> refused.accept(wrong.getStatus().getMessage()));
            }
        };
        Job.create(Messages.bind(Messages.finding, scenario.getName()), find).schedule();
    }

    private static SourcePlace place(Layout layout, NamedObject container, int index) {
        Optional<SourcePlace> cap = layout.caps().stream()
                .filter(spec -> spec.container().equals(container.name()) && spec.slot() == index
                        && (container.type() == ObjectType.CNODE || container.type() == ObjectType.TCB))
                .map(CapSpec::source).filter(found -> found.line() > 0).findFirst();
        return cap.or(() -> layout.objects().stream().filter(spec -> spec.name().equals(container.name()))
                .map(ObjectSpec::source).findFirst()).orElse(SourcePlace.NONE);
    }

    private void reveal(SourcePlace place) {
        try {
            if (IDE.openEditor(page, scenario) instanceof ITextEditor editor && place.line() > 0) {
                IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
                IRegion line = document.getLineInformation(place.line() - 1);
                int column = Math.max(0, place.column() - 1);
                editor.selectAndReveal(line.getOffset() + column, line.getLength() - column);
            }
        } catch (PartInitException | BadLocationException gone) {
            refused.accept(gone.getMessage());
        }
    }
}
