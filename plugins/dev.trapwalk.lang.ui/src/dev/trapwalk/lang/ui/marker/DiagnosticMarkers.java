package dev.trapwalk.lang.ui.marker;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.DiagnosticService;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.lsp4j.Diagnostic;

/** Keeps the problem markers of a file equal to the findings of its latest analysis. */
public final class DiagnosticMarkers implements Consumer<AnalysedDocument> {
    /** Type of the markers. */
    public static final String TYPE = LangUi.ID + ".problem";
    /** Attribute with the stable id of the check. */
    public static final String CHECK = "check";

    private final DiagnosticService service;

    public DiagnosticMarkers(DiagnosticService service) {
        this.service = service;
    }

    @Override
    public void accept(AnalysedDocument document) {
        IFile file = EditorDocuments.file(document.uri());
        if (file == null || !file.exists()) {
            return;
        }
        WorkspaceJob job = new WorkspaceJob(Messages.DiagnosticMarkers_Job) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                update(file, document, () -> isInEditor(document), monitor);
                return Status.OK_STATUS;
            }
        };
        job.setRule(file);
        job.setSystem(true);
        job.schedule();
    }

    /** Makes the markers of {@code file} those of {@code document}, if that counts while nobody else changes them. */
    void update(IFile file, AnalysedDocument document, BooleanSupplier counts, IProgressMonitor monitor)
            throws CoreException {
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (Diagnostic diagnostic : service.diagnostics(document)) {
            wanted.add(attributes(document, diagnostic));
        }
        file.getWorkspace().run(inner -> {
            if (file.exists() && counts.getAsBoolean()) {
                update(file, wanted);
            }
        }, file, IWorkspace.AVOID_UPDATE, monitor);
    }

    /** Not when its editor was closed: then what counts is the file, which may be another text. */
    private static boolean isInEditor(AnalysedDocument document) {
        return LangUi.get() != null && LangUi.get().documents().text(document.uri()) == document.text();
    }

    private static Map<String, Object> attributes(AnalysedDocument document, Diagnostic diagnostic) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, diagnostic.getMessage());
        attributes.put(IMarker.SEVERITY, switch (diagnostic.getSeverity()) {
            case Error -> IMarker.SEVERITY_ERROR;
            case Warning -> IMarker.SEVERITY_WARNING;
            default -> IMarker.SEVERITY_INFO;
        });
        attributes.put(IMarker.LINE_NUMBER, diagnostic.getRange().getStart().getLine() + 1);
        attributes.put(IMarker.CHAR_START, document.text().offset(diagnostic.getRange().getStart()));
        attributes.put(IMarker.CHAR_END, document.text().offset(diagnostic.getRange().getEnd()));
        attributes.put(CHECK, diagnostic.getCode().getLeft());
        return attributes;
    }

    /** Leaves markers alone that are right already: whoever looks at the list keeps the selection. */
    private static void update(IFile file, List<Map<String, Object>> wanted) throws CoreException {
        List<Map<String, Object>> missing = new ArrayList<>(wanted);
        for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            Map<String, Object> attributes = marker.getAttributes();
            if (!missing.removeIf(each -> attributes != null && attributes.entrySet().containsAll(each.entrySet()))) {
                marker.delete();
            }
        }
        for (Map<String, Object> attributes : missing) {
            file.createMarker(TYPE, attributes);
        }
    }
}
