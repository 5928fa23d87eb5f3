package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.convert.Conversion;
import dev.trapwalk.lang.convert.ScenarioConverter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;

/** A scenario file of the workspace, and what is wrong with it when it cannot be debugged. */
public final class ScenarioFile {

    /** Ending of scenario files. */
    public static final String EXTENSION = "walk";

    private ScenarioFile() {
    }

    /** The file of a workspace path; a clear error if there is none. */
    public static IFile find(String workspacePath) throws CoreException {
        if (workspacePath.isBlank()) {
            throw failure(Messages.noScenario, null);
        }
        IPath path = IPath.fromPortableString(workspacePath);
        if (path.segmentCount() < 2) {
            throw failure(Messages.bind(Messages.notAFile, workspacePath), null);
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        if (!file.exists()) {
            throw failure(Messages.bind(Messages.missingFile, workspacePath), null);
        }
        return file;
    }

    /** The scenario that a file describes; the file's first error otherwise. */
    public static Scenario read(IFile file) throws CoreException {
        return read(file, text(file));
    }

    /** The same for a text that the file does not hold yet. */
    public static Scenario read(IFile file, String text) throws CoreException {
        Analysis analysis = CapdlAnalysis.analyse(text, file.getFullPath().toString());
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR) {
                throw failure(Messages.bind(Messages.errorAt, new Object[] {file.getName(), diagnostic.line(),
                    diagnostic.message()}), null);
            }
        }
        Conversion conversion = ScenarioConverter.convert(analysis, KernelConfig.REFERENCE);
        if (conversion.scenario() == null) {
            throw failure(Messages.bind(Messages.notBootable, file.getName()), null);
        }
        return conversion.scenario();
    }

    private static String text(IFile file) throws CoreException {
        try (InputStream in = file.getContents(true)) {
            return new String(in.readAllBytes(), Charset.forName(file.getCharset()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw failure(Messages.bind(Messages.unreadable, file.getFullPath()), unreadable);
        }
    }

    static CoreException failure(String message, Throwable cause) {
        return new CoreException(DebugCore.status(IStatus.ERROR, message, cause));
    }
}
