package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds page tables, and frames that nothing else holds, into the root of the one address space they belong to. */
final class AddressSpaces {
    private final Neighbours neighbours;
    /** The root of the one address space that a table or frame belongs to; null when it belongs to several. */
    private final Map<ObjectDecl, ObjectDecl> owners = new IdentityHashMap<>();

    private AddressSpaces(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The nodes with address spaces folded; with their private frames, IPC buffers included, if {@code frames}. */
    static List<Fold> fold(List<Fold> folds, Neighbours neighbours, boolean frames) {
        AddressSpaces spaces = new AddressSpaces(neighbours);
        List<Fold> leaves = new ArrayList<>();
        folds.forEach(fold -> fold.leaves(leaves));
        leaves.stream().map(Fold::decl).filter(spaces::isRoot).forEach(spaces::own);
        Map<Object, List<Fold>> members = new LinkedHashMap<>();
        for (Fold fold : folds) {
            ObjectDecl owner = spaces.owner(fold, frames);
            members.computeIfAbsent(owner == null ? fold : owner, key -> new ArrayList<>()).add(fold);
        }
        List<Fold> folded = new ArrayList<>();
        members.forEach((owner, some) -> folded.add(some.size() == 1 ? some.get(0) : space(owner, some)));
        return folded;
    }

    private static Fold space(Object root, List<Fold> some) {
        List<Fold> members = new ArrayList<>();
        for (Fold fold : some) {
            List<Fold> parts = fold.kind() == Fold.Kind.SPACE ? fold.members() : List.of(fold);
            members.addAll(fold.decl() == root ? 0 : members.size(), parts);
        }
        return Fold.group(Fold.Kind.SPACE, members);
    }

    /** A table that no other table holds. */
    private boolean isRoot(ObjectDecl decl) {
        return decl.type().isPageTable() && neighbours.of(decl).stream()
                .noneMatch(link -> isHolder(link) && link.other().type().isPageTable());
    }

    private static boolean isHolder(Neighbours.Link link) {
        return (link.way() & 1) == 1;
    }

    private void own(ObjectDecl root) {
        Deque<ObjectDecl> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            ObjectDecl table = open.poll();
            boolean news = !owners.containsKey(table);
            if (news || owners.get(table) != null && owners.get(table) != root) {
                owners.put(table, news ? root : null);
                if (table.type().isPageTable()) {
                    neighbours.of(table).stream().filter(link -> !isHolder(link)).map(Neighbours.Link::other)
                            .forEach(open::add);
                }
            }
        }
    }

    private ObjectDecl owner(Fold fold, boolean frames) {
        List<Fold> leaves = new ArrayList<>();
        fold.leaves(leaves);
        ObjectDecl owner = owners.get(leaves.get(0).decl());
        for (Fold leaf : leaves) {
            boolean fits = leaf.type().isPageTable() || frames && isPrivateFrame(leaf.decl());
            if (!fits || owners.get(leaf.decl()) != owner) {
                return null;
            }
        }
        return owner;
    }

    private boolean isPrivateFrame(ObjectDecl decl) {
        return decl.is(ObjectType.FRAME) && neighbours.of(decl).stream()
                .allMatch(link -> link.other().type().isPageTable() || link.other().is(ObjectType.TCB));
    }
}
