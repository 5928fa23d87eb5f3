package dev.trapwalk.lang.ui;

import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.services.Services;
import dev.trapwalk.lang.ui.document.EditorDocuments;
import dev.trapwalk.lang.ui.marker.DiagnosticMarkers;
import dev.trapwalk.lang.ui.marker.FileChecks;
import dev.trapwalk.lang.ui.preference.ProfilePreference;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;

/** The bundle: owns the one set of services and open documents that all editors share. */
public final class LangUi extends AbstractUIPlugin {
    public static final String ID = "dev.trapwalk.lang.ui";

    private static LangUi instance;

    private final Services services = new Services();
    private final Analyser analyser = new Analyser();
    private final Documents documents = new Documents(analyser);
    private final EditorDocuments editorDocuments = new EditorDocuments(documents);
    private FileChecks checks;

    /** The running bundle. */
    public static LangUi get() {
        return instance;
    }

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        instance = this;
        DiagnosticMarkers markers = new DiagnosticMarkers(services.diagnostics());
        ProfilePreference.follow(getPreferenceStore(), analyser, () -> {
            documents.refresh();
            checks.addAll(ResourcesPlugin.getWorkspace());
        });
        documents.listen(markers);
        checks = new FileChecks(documents, analyser, markers);
        documents.onClose(uri -> {
            IFile file = EditorDocuments.file(uri);
            if (file != null) {
                checks.add(file);
            }
        });
        checks.start(ResourcesPlugin.getWorkspace());
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        checks.stop(ResourcesPlugin.getWorkspace());
        documents.close();
        instance = null;
        super.stop(context);
    }

    /** The language services. */
    public Services services() {
        return services;
    }

    /** Texts that are open, and their meaning. */
    public Documents documents() {
        return documents;
    }

    /** Finds the document of the services that belongs to one of an editor. */
    public EditorDocuments editorDocuments() {
        return editorDocuments;
    }

    /** Notes what went wrong and cannot be told to the user at a better place. */
    public static void log(Throwable failure) {
        ILog.get().log(failure instanceof org.eclipse.core.runtime.CoreException core ? core.getStatus()
                : new Status(IStatus.ERROR, ID, failure.getMessage(), failure));
    }
}
