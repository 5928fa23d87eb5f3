package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/**
 * The scenarios to run: files as selected, and of folders and projects all at any depth, by path.
 *
 * @param of what they are, in words
 * @param files none if there are none
 */
record Scenarios(String of, List<IFile> files) {

    static Scenarios in(Collection<IResource> selected) throws CoreException {
        Set<IFile> found = new LinkedHashSet<>();
        for (IResource resource : selected) {
            if (resource instanceof IFile file) {
                add(file, found);
            } else if (resource instanceof IContainer folder && folder.isAccessible()) {
                List<IFile> below = new ArrayList<>();
                folder.accept(each -> {
                    if (each instanceof IFile file && !each.isDerived()) {
                        add(file, below);
                    }
                    return !each.isDerived();
                });
                below.sort(Comparator.comparing(file -> file.getFullPath().toString()));
                found.addAll(below);
            }
        }
        return new Scenarios(words(selected, found), List.copyOf(found));
    }

    private static void add(IFile file, Collection<IFile> files) {
        if (ScenarioFile.EXTENSION.equals(file.getFileExtension())) {
            files.add(file);
        }
    }

    private static String words(Collection<IResource> selected, Set<IFile> found) {
        if (found.size() == 1) {
            return found.iterator().next().getName();
        }
        String places = selected.stream().map(each -> each instanceof IFile ? each.getParent() : each)
                .map(place -> place.getFullPath().makeRelative().toString()).distinct()
                .collect(Collectors.joining(", ")); //$NON-NLS-1$
        return Messages.bind(Messages.manyIn, found.size(), places);
    }
}
