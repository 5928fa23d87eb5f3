package dev.trapwalk.lang.ide.services;

import com.google.gson.JsonObject;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import java.util.List;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** Findings of the analysis as the protocol has them. */
public final class DiagnosticService {
    /** Who says so, in an editor's list of problems. */
    public static final String SOURCE = "trapwalk";

    /** Most findings that are sent for one file: nobody reads more, and an editor that gets them crawls. */
    private static final int MOST = 2000;

    /** The findings of a document, in the order of their places. */
    public List<org.eclipse.lsp4j.Diagnostic> diagnostics(AnalysedDocument document) {
        return document.analysis().diagnostics().stream().limit(MOST).map(found -> convert(document, found)).toList();
    }

    private static org.eclipse.lsp4j.Diagnostic convert(AnalysedDocument document, Diagnostic found) {
        org.eclipse.lsp4j.Diagnostic diagnostic = new org.eclipse.lsp4j.Diagnostic(
                document.text().range(found.offset(), found.length()), found.message());
        diagnostic.setSeverity(switch (found.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
        });
        diagnostic.setCode(found.id());
        diagnostic.setSource(SOURCE);
        if (!found.fix().isEmpty()) {
            JsonObject data = new JsonObject();
            data.addProperty("fix", found.fix());
            diagnostic.setData(data);
        }
        return diagnostic;
    }
}
