package dev.trapwalk.lang.ui.compare;

import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.LayoutDiff;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.ui.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.compare.IStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** From the two sides of a compare editor to their differences in meaning, grouped by kind. */
final class Sides {

    private Sides() {
    }

    /** The differences; a side that is missing is an empty layout. */
    static List<DiffNode> differences(ITypedElement left, ITypedElement right) throws CoreException {
        List<LayoutDiff.Change> changes = LayoutDiff.between(model(left), model(right));
        List<DiffNode> groups = new ArrayList<>();
        for (LayoutDiff.Kind kind : LayoutDiff.Kind.values()) {
            List<LayoutDiff.Change> some = changes.stream().filter(change -> change.kind() == kind).toList();
            if (!some.isEmpty()) {
                groups.add(group(kind, some));
            }
        }
        return groups;
    }

    private static DiffNode group(LayoutDiff.Kind kind, List<LayoutDiff.Change> changes) {
        String name = NLS.bind(switch (kind) {
            case OBJECT -> Messages.Compare_Objects;
            case CAPABILITY -> Messages.Compare_Capabilities;
            case CPTR -> Messages.Compare_CPtrs;
        }, changes.size());
        DiffNode group = new DiffNode(null, Differencer.NO_CHANGE, null, new Side(name, kind, null),
                new Side(name, kind, null));
        for (LayoutDiff.Change change : changes) {
            group.add(difference(change));
        }
        return group;
    }

    private static DiffNode difference(LayoutDiff.Change change) {
        boolean added = change.before().isEmpty();
        boolean removed = change.after().isEmpty();
        String name = change.place() + ":  " + (added ? change.after() : removed ? change.before()
                : change.before() + "  \u2192  " + change.after());
        return new DiffNode(null, added ? Differencer.ADDITION : removed ? Differencer.DELETION : Differencer.CHANGE,
                null, added ? null : new Side(name, change.kind(), side(change, LayoutDiff.Change::before)),
                removed ? null : new Side(name, change.kind(), side(change, LayoutDiff.Change::after)));
    }

    private static String side(LayoutDiff.Change change, Function<LayoutDiff.Change, String> text) {
        return change.place() + ": " + text.apply(change) + "\n";
    }

    private static CapdlModel model(ITypedElement side) throws CoreException {
        String type = side == null ? "cdl" : side.getType(); //$NON-NLS-1$
        return CapdlAnalysis.analyse(text(side), "side." + type).model(); //$NON-NLS-1$
    }

    private static String text(ITypedElement side) throws CoreException {
        if (!(side instanceof IStreamContentAccessor accessor)) {
            return ""; //$NON-NLS-1$
        }
        try (InputStream contents = accessor.getContents()) {
            // Layouts are UTF-8 by their content type.
            return contents == null ? "" //$NON-NLS-1$
                    : new String(contents.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.Compare_Unreadable, side.getName()), e));
        }
    }
}
