package dev.trapwalk.lang.tree;

import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.capdl.impl.CapsSectionImpl;
import dev.trapwalk.lang.capdl.impl.ModuleImpl;
import dev.trapwalk.lang.capdl.impl.ObjectsSectionImpl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.common.util.BasicEList;
import org.eclipse.emf.common.util.EList;

/**
 * Sections and files that are put together from the pieces in which they were parsed. They list the elements of their parts
 * without becoming their containers, because the parts belong to other versions of the file too.
 */
final class Joined {

    private Joined() {
    }

    /** Something made of parts, each of which has a place in the text. */
    interface Whole {
        List<? extends Section> parts();
    }

    /** The tree of a file that was parsed in {@code pieces}. */
    static Module module(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0).module();
        }
        List<Section> sections = new ArrayList<>(pieces.get(0).sections());
        List<Section> open = new ArrayList<>();
        open.add(sections.remove(sections.size() - 1));
        for (Piece piece : pieces.subList(1, pieces.size())) {
            open.add(piece.sections().get(0));
            if (piece.sections().size() > 1) {
                sections.add(section(open));
                sections.addAll(piece.sections().subList(1, piece.sections().size()));
                open.clear();
                open.add(sections.remove(sections.size() - 1));
            }
        }
        sections.add(section(open));
        return new File(sections);
    }

    private static Section section(List<Section> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return parts.get(0) instanceof ObjectsSection
                ? new Objects(parts.stream().map(ObjectsSection.class::cast).toList())
                : new Caps(parts.stream().map(CapsSection.class::cast).toList());
    }

    private static <P, E> EList<E> all(List<P> parts, Function<P, Collection<E>> elements) {
        List<E> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(elements.apply(part)));
        return unmodifiable(all);
    }

    private static <E> EList<E> unmodifiable(List<E> elements) {
        return new BasicEList.UnmodifiableEList<>(elements.size(), elements.toArray());
    }

    private static final class File extends ModuleImpl {
        private final EList<Section> all;

        File(List<Section> sections) {
            all = unmodifiable(sections);
        }

        @Override
        public EList<Section> getSections() {
            return all;
        }
    }

    private static final class Objects extends ObjectsSectionImpl implements Whole {
        private final List<ObjectsSection> parts;
        private final EList<ObjectEntry> all;

        Objects(List<ObjectsSection> parts) {
            this.parts = parts;
            this.all = all(parts, ObjectsSection::getEntries);
            this.braced = parts.get(0).isBraced();
        }

        @Override
        public List<ObjectsSection> parts() {
            return parts;
        }

        @Override
        public EList<ObjectEntry> getEntries() {
            return all;
        }

        @Override
        public EList<String> getJunk() {
            return all(parts, ObjectsSection::getJunk);
        }
    }

    private static final class Caps extends CapsSectionImpl implements Whole {
        private final List<CapsSection> parts;
        private final EList<CapItem> all;

        Caps(List<CapsSection> parts) {
            this.parts = parts;
            this.all = all(parts, CapsSection::getItems);
            this.braced = parts.get(0).isBraced();
        }

        @Override
        public List<CapsSection> parts() {
            return parts;
        }

        @Override
        public EList<CapItem> getItems() {
            return all;
        }

        @Override
        public EList<String> getJunk() {
            return all(parts, CapsSection::getJunk);
        }
    }
}
