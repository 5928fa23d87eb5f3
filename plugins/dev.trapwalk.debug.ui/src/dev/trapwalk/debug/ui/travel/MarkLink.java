package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.engine.session.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceVisitor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/**
 * A mark of a scenario as text that can be sent to somebody: {@code walk:project/cnode-copy.walk#5.78}. The same
 * scenario has the same marks everywhere, so that nothing else is needed to stand at the same point.
 *
 * @param path of the scenario in a workspace, without a slash in front; empty in a bare mark
 * @param mark the mark
 */
public record MarkLink(String path, Mark mark) {

    private static final String SCHEME = "walk:"; //$NON-NLS-1$

    /** The link to a mark of a file. */
    public static MarkLink of(IFile scenario, Mark mark) {
        return new MarkLink(scenario.getFullPath().makeRelative().toString(), mark);
    }

    /** Reads a link, or a bare mark such as {@code 5.78}; empty if it is neither. */
    public static Optional<MarkLink> parse(String text) {
        String trimmed = text.strip();
        int hash = trimmed.lastIndexOf('#');
        if (trimmed.startsWith(SCHEME) && hash > 0) {
            return Mark.parse(trimmed.substring(hash + 1))
                    .map(mark -> new MarkLink(trimmed.substring(SCHEME.length(), hash), mark));
        }
        return Mark.parse(trimmed).map(mark -> new MarkLink("", mark)); //$NON-NLS-1$
    }

    /** Whether a text can be the name of a mark: one word that is no mark itself, so that scripts can have it, too. */
    public static boolean isName(String text) {
        return text.strip().matches("[\\p{L}_][\\p{L}\\p{N}_-]*"); //$NON-NLS-1$
    }

    /** The link as text. */
    public String text() {
        return SCHEME + path + '#' + mark;
    }

    /**
     * The scenario in this workspace: the file of that path, or else the only one of that name, since projects have
     * other names elsewhere.
     */
    public Optional<IFile> scenario() {
        IPath workspacePath = IPath.fromPortableString(path);
        if (workspacePath.segmentCount() > 1) {
            IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(workspacePath);
            if (file.exists()) {
                return Optional.of(file);
            }
        }
        return workspacePath.segmentCount() == 0 ? Optional.empty() : named(workspacePath.lastSegment());
    }

    private static Optional<IFile> named(String name) {
        List<IFile> found = new ArrayList<>();
        try {
            ResourcesPlugin.getWorkspace().getRoot().accept((IResourceVisitor) resource -> {
                if (resource instanceof IFile file && file.getName().equals(name)) {
                    found.add(file);
                }
                return true;
            });
        } catch (CoreException closing) {
            return Optional.empty();
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
