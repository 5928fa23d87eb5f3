package dev.trapwalk.examples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Makes the example project in a workspace. The wizard and the first start of the IDE both come through here, so that
 * they
 * give the same files.
 */
public final class ExampleProject {

    /** The name that the project has unless its creator asks for another one. */
    public static final String DEFAULT_NAME = "trapwalk-examples"; //$NON-NLS-1$

    private static final String CONTENT = "content/"; //$NON-NLS-1$

    private ExampleProject() {
    }

    /**
     * Creates and opens the project and fills it with the examples.
     *
     * @param name the project's name in the workspace
     * @return the open project
     * @throws CoreException if a project of that name exists already or a file cannot be written
     */
    public static IProject create(String name, IProgressMonitor monitor) throws CoreException {
        List<URL> files = contentFiles();
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.creating, name), files.size() + 2);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(progress.split(1));
        project.open(progress.split(1));
        for (URL file : files) {
            copy(file, project, progress.split(1));
        }
        return project;
    }

    private static List<URL> contentFiles() {
        Bundle bundle = FrameworkUtil.getBundle(ExampleProject.class);
        return Collections.list(bundle.findEntries(CONTENT, "*", true)).stream() //$NON-NLS-1$
                .filter(url -> !url.getPath().endsWith("/")) //$NON-NLS-1$
                .sorted(Comparator.comparing(URL::getPath)).toList();
    }

    private static void copy(URL source, IProject project, IProgressMonitor monitor) throws CoreException {
        String path = source.getPath();
        IFile file = project.getFile(
                IPath.fromPortableString(path.substring(path.indexOf(CONTENT) + CONTENT.length())));
        createParents(file.getParent());
        try (InputStream bytes = source.openStream()) {
            file.create(bytes, false, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.unreadable, source), e));
        }
    }

    private static void createParents(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            createParents(folder.getParent());
            folder.create(false, true, null);
        }
    }
}
