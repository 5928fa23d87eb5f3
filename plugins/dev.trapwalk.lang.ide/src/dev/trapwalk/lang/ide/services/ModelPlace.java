package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * What of the model stands at a place of the text, for views that follow the cursor.
 *
 * @param object the object; that of a slot is the container. An index of {@link ObjectDecl#SCALAR} means all of an array
 * @param run the capabilities of the mapping at this place, or null
 */
public record ModelPlace(ObjectRef object, CapRun run) {

    /** What stands at {@code offset}, or null. */
    public static ModelPlace at(Analysis analysis, int offset) {
        ILeafNode leaf = leaf(analysis, offset);
        EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        Mapping mapping = EcoreUtil2.getContainerOfType(element, Mapping.class);
        CapItem item = EcoreUtil2.getContainerOfType(element, CapItem.class);
        if (mapping != null) {
            return slot(analysis.model(), mapping, item == null ? null : item.getContainer());
        }
        NameRef ref = EcoreUtil2.getContainerOfType(element, NameRef.class);
        ObjectEntry entry = EcoreUtil2.getContainerOfType(element, ObjectEntry.class);
        if (ref == null && item != null) {
            ref = item.getContainer();
        } else if (ref == null && entry != null && !entry.getPath().isEmpty()) {
            ref = entry.getPath().get(entry.getPath().size() - 1);
        }
        if (ref != null) {
            return object(analysis.model(), ref);
        }
        // In a program, objects are plain words.
        ObjectDecl decl = leaf == null ? null : analysis.model().object(leaf.getText());
        return decl == null ? null : new ModelPlace(new ObjectRef(decl, ObjectDecl.SCALAR), null);
    }

    private static ILeafNode leaf(Analysis analysis, int offset) {
        ILeafNode leaf = analysis.tree().leaf(offset);
        boolean nothing = leaf == null || leaf.isHidden();
        return nothing && offset > 0 ? analysis.tree().leaf(offset - 1) : leaf;
    }

    private static ModelPlace slot(CapdlModel model, Mapping mapping, NameRef container) {
        ObjectDecl decl = container == null ? null : model.object(container.getName());
        List<List<Container>> all = decl != null ? List.of(model.containers(decl)) : List.copyOf(model.containers());
        for (List<Container> parts : all) {
            for (Container part : parts) {
                for (CapRun run : part.runs()) {
                    if (run.source() == mapping) {
                        return new ModelPlace(new ObjectRef(part.decl(), part.low()), run);
                    }
                }
            }
        }
        return null;
    }

    private static ModelPlace object(CapdlModel model, NameRef ref) {
        ObjectDecl decl = model.object(ref.getName());
        if (decl == null) {
            return null;
        }
        boolean element = decl.nameRef() != ref && decl.isArray() && ref.getRanges().size() == 1
                && !ref.getRanges().get(0).isOpen() && ref.getRanges().get(0).getFrom() != null;
        return new ModelPlace(new ObjectRef(decl,
                element ? Numbers.index(ref.getRanges().get(0).getFrom()) : ObjectDecl.SCALAR), null);
    }
}
