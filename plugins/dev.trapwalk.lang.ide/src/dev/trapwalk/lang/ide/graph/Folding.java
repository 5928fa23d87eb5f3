package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes few nodes of many objects, step by step until the budget is met, so that what tells least goes first: objects
 * that the same holders hold with the same rights; the tables of an address space, then its frames; objects of one type
 * whose names differ in numbers only; objects of one type. Threads go last.
 */
final class Folding {
    /** Fewer alike are shown one by one. */
    private static final int FEWEST_TWINS = 3;

    private final Neighbours neighbours;
    private final int budget;
    private List<Fold> folds;

    private Folding(List<Fold> objects, Neighbours neighbours, int budget) {
        this.folds = objects;
        this.neighbours = neighbours;
        this.budget = budget;
    }

    /** The nodes of a picture in which nothing is expanded. */
    static List<Fold> fold(List<Fold> objects, Neighbours neighbours, int budget) {
        Folding folding = new Folding(objects, neighbours, budget);
        if (budget < Integer.MAX_VALUE) {
            folding.fold();
        }
        return folding.folds;
    }

    private void fold() {
        foldTwins();
        for (boolean frames : new boolean[] {false, true}) {
            if (isTooMany()) {
                folds = AddressSpaces.fold(folds, neighbours, frames);
                foldTwins();
            }
        }
        foldIfTooMany(Folding::stem, false);
        foldIfTooMany(Folding::stem, true);
        foldIfTooMany(Folding::type, false);
        foldIfTooMany(Folding::type, true);
    }

    private boolean isTooMany() {
        return folds.size() > budget;
    }

    private void foldIfTooMany(Function<Fold, String> key, boolean threads) {
        if (isTooMany()) {
            merge(fold -> fold.isThread() && !threads ? fold : key.apply(fold), 2);
        }
    }

    /** Twins are folded in small layouts too: they say the same thing several times. */
    private void foldTwins() {
        Map<ObjectDecl, Fold> owners = new IdentityHashMap<>();
        for (Fold fold : folds) {
            leaves(fold).forEach(leaf -> owners.put(leaf.decl(), fold));
        }
        Map<Fold, Integer> numbers = new IdentityHashMap<>();
        folds.forEach(fold -> numbers.put(fold, numbers.size()));
        merge(fold -> fold.isThread() ? fold : links(fold, owners, numbers), FEWEST_TWINS);
    }

    private Object links(Fold fold, Map<ObjectDecl, Fold> owners, Map<Fold, Integer> numbers) {
        TreeSet<Long> links = new TreeSet<>();
        for (Fold leaf : leaves(fold)) {
            for (Neighbours.Link link : neighbours.of(leaf.decl())) {
                Fold other = owners.get(link.other());
                long number = other == fold ? -1 : numbers.get(other);
                links.add(number << 32 | link.way());
            }
        }
        return List.of(fold.kind(), fold.type(), links);
    }

    private static List<Fold> leaves(Fold fold) {
        List<Fold> leaves = new ArrayList<>();
        fold.leaves(leaves);
        return leaves;
    }

    private static String stem(Fold fold) {
        return type(fold) + " " + fold.decl().name().replaceAll("[0-9]+", "#");
    }

    private static String type(Fold fold) {
        return fold.kind() + " " + fold.type().keyword();
    }

    /** Folds those with equal keys when there are at least {@code fewest} of them. */
    private void merge(Function<Fold, Object> key, int fewest) {
        Map<Object, List<Fold>> alike = new LinkedHashMap<>();
        for (Fold fold : folds) {
            alike.computeIfAbsent(key.apply(fold), any -> new ArrayList<>()).add(fold);
        }
        List<Fold> merged = new ArrayList<>();
        for (List<Fold> some : alike.values()) {
            if (some.size() < fewest) {
                merged.addAll(some);
            } else {
                merged.add(Fold.group(Fold.Kind.GROUP, some));
            }
        }
        folds = merged;
    }
}
