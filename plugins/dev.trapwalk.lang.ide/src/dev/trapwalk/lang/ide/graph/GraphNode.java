package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;

/**
 * An object, or several that are shown as one.
 *
 * @param id the same as long as the layout names its objects the same; what {@link GraphRequest#expanded} lists
 * @param parent id of the node that was taken apart to show this one, or null
 * @param type type of the objects; null for one of the kernel's own authorities, such as {@code irq_control}
 * @param decl the object's declaration, of several objects the first one's; null without an object
 * @param label name, or number and type of several objects
 * @param detail what else there is to say in a few words
 * @param count number of objects
 * @param expandable whether it can be taken apart
 */
public record GraphNode(String id, String parent, ObjectType type, ObjectDecl decl, String label, String detail,
        long count, boolean expandable) {
}
