package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectBody;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.DumpRuns;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects declarations, then (when all names are known) what untypeds cover. */
final class ObjectCollector {
    private final Map<String, ObjectDecl> objects = new LinkedHashMap<>();
    private final Implied implied = new Implied(objects);
    private final List<Cover> covers = new ArrayList<>();
    private final List<ModelProblem> problems;
    private final DumpRuns dump;

    /** @param dump runs of objects when the file is a dump, else null */
    ObjectCollector(List<ModelProblem> problems, DumpRuns dump) {
        this.problems = problems;
        this.dump = dump;
    }

    Map<String, ObjectDecl> objects() {
        return objects;
    }

    References references() {
        return new References(objects, implied, problems);
    }

    List<Cover> covers() {
        return covers;
    }

    void collect(Module module) {
        List<ObjectEntry> entries = entries(module);
        entries.forEach(entry -> declare(entry, null));
        entries.forEach(this::declarePath);
    }

    void collectCovers(Module module, References references) {
        entries(module).forEach(entry -> cover(entry, null, references));
    }

    private static List<ObjectEntry> entries(Module module) {
        List<ObjectEntry> entries = new ArrayList<>();
        for (Section section : module.getSections()) {
            if (section instanceof ObjectsSection objects) {
                entries.addAll(objects.getEntries());
            } else if (section instanceof Orphan orphan && orphan.getEntry() != null
                    && orphan.getEntry().getObject() != null) {
                entries.add(orphan.getEntry());
            }
        }
        return entries;
    }

    private static NameRef last(ObjectEntry entry) {
        return entry.getPath().get(entry.getPath().size() - 1);
    }

    /** @param secondBody name of the untyped whose second body this entry stands in, or null */
    private void declare(ObjectEntry entry, String secondBody) {
        if (entry.getObject() == null || entry.getPath().isEmpty() || last(entry).getName() == null) {
            return;
        }
        NameRef ref = last(entry);
        String name = ref.getName();
        ObjectType type = entry.getObject().getType() == null ? null : ObjectType.of(entry.getObject().getType());
        ObjectDecl old = objects.get(name);
        boolean again = false;
        if (old == null) {
            objects.put(name, new ObjectDecl(name, type, size(ref), ref, entry.getObject()));
            if (secondBody != null) {
                problems.add(ModelProblem.of(Kind.SECOND_BODY, ref, name, secondBody));
            }
        } else if (dump != null && old.nameRef().eContainer() instanceof ObjectEntry first
                && !(dump.isHead(entry) && dump.isHead(first))) {
            ObjectDecl decl = new ObjectDecl(name, type, size(ref), ref, entry.getObject());
            boolean named = dump.isNotedAfter(entry, first);
            // No name is spelt like the key of the other one.
            objects.put(name + "/" + objects.size(), named ? old : decl);
            objects.put(name, named ? decl : old);
            problems.add(ModelProblem.of(Kind.DUPLICATE_IN_DUMP, ref, name, old.nameRef()));
        } else if (ref.isIndexed() && References.element(ref) < 0) {
            problems.add(ModelProblem.of(Kind.ARRAY_FORM, ref, name));
        } else if (old.is(ObjectType.UT) && type == ObjectType.UT && isAgain(ref, old)) {
            again = true;
            if (References.element(ref) == 0 && isPlaced(entry) && !hasBody(entry)) {
                problems.add(ModelProblem.of(Kind.EMPTY_ARRAY, ref, name));
            }
            if (entry.getObject().isParenthesised()) {
                problems.add(ModelProblem.of(Kind.REDECLARED_UNTYPED, ref, name));
            }
        } else {
            problems.add(ModelProblem.of(Kind.DUPLICATE_OBJECT, ref, name, old.nameRef()));
        }
        if (entry.getObject().getBody() != null) {
            String second = again ? name : secondBody;
            entry.getObject().getBody().getEntries().forEach(child -> declare(child, second));
        }
    }

    /** An untyped may be declared again, and so may one element of an array of untypeds: {@code u[3] = ut { x }}. */
    private static boolean isAgain(NameRef ref, ObjectDecl old) {
        return old.isArray() ? References.element(ref) >= 0 && References.element(ref) < old.count() : !ref.isIndexed();
    }

    /** Whether the entry says which untyped covers what it declares. */
    private static boolean isPlaced(ObjectEntry entry) {
        return entry.getPath().size() > 1 || entry.eContainer() instanceof ObjectBody;
    }

    private static boolean hasBody(ObjectEntry entry) {
        return entry.getObject().getBody() != null && !entry.getObject().getBody().getEntries().isEmpty();
    }

    private long size(NameRef ref) {
        if (!ref.isIndexed()) {
            return ObjectDecl.SCALAR;
        }
        long size = References.element(ref);
        if (size < 0) {
            problems.add(ModelProblem.of(Kind.ARRAY_FORM, ref, ref.getName()));
            return 0;
        }
        if (size == 0) {
            problems.add(ModelProblem.of(Kind.EMPTY_ARRAY, ref, ref.getName()));
        }
        return size;
    }

    /** {@code u/v/x = ep} declares u and v when nothing else does. */
    private void declarePath(ObjectEntry entry) {
        for (int i = 0; i + 1 < entry.getPath().size(); i++) {
            NameRef ref = entry.getPath().get(i);
            if (ref.getName() == null) {
                continue; // A syntax error, which is reported as one.
            }
            if (ref.isIndexed() && References.element(ref) < 0) {
                problems.add(ModelProblem.of(Kind.NOT_ONE, ref, ref.getName()));
                continue;
            }
            ObjectDecl decl = implied.untyped(ref);
            if (!decl.is(ObjectType.UT)) {
                problems.add(ModelProblem.of(Kind.NOT_AN_UNTYPED, ref, decl.name(), keyword(decl.type())));
            } else if (decl.definition() == null && objects.containsKey(ref.getName())
                    && objects.get(ref.getName()) != decl) {
                problems.add(ModelProblem.of(Kind.ANOTHER_IN_PATH, ref, decl.name(), objects.get(ref.getName())));
            }
        }
        if (entry.getObject() != null && entry.getObject().getBody() != null) {
            entry.getObject().getBody().getEntries().forEach(this::declarePath);
        }
    }

    private static String keyword(ObjectType type) {
        return type == null ? "?" : type.keyword();
    }

    private void cover(ObjectEntry entry, ObjectRef parent, References references) {
        ObjectRef outer = parent;
        for (int i = 0; i < entry.getPath().size(); i++) {
            NameRef ref = entry.getPath().get(i);
            boolean declared = i == entry.getPath().size() - 1 && entry.getObject() != null;
            List<ObjectSpan> spans = declared ? declared(entry, ref)
                    : parent == null && entry.getPath().size() == 1 ? List.of()
                    : i < entry.getPath().size() - 1 && ref.isIndexed() && References.element(ref) < 0 ? List.of()
                    : references.resolve(ref, Kind.UNKNOWN_OBJECT);
            if (outer != null && outer.decl().is(ObjectType.UT)) {
                for (ObjectSpan span : spans) {
                    covers.add(new Cover(outer, span, ref));
                }
            }
            outer = spans.size() == 1 ? spans.get(0).get(0) : null;
        }
        if (entry.getObject() != null && hasBody(entry)) {
            body(entry, outer, references);
        }
    }

    private void body(ObjectEntry entry, ObjectRef untyped, References references) {
        if (untyped != null && !untyped.decl().is(ObjectType.UT)) {
            problems.add(ModelProblem.of(Kind.BODY_NOT_UNTYPED, entry.getObject(),
                    String.valueOf(entry.getObject().getType())));
        } else if (untyped != null && untyped.decl().isArray() && untyped.decl().definition() == entry.getObject()) {
            problems.add(ModelProblem.of(Kind.BODY_OF_ARRAY, entry.getObject(), untyped.decl().name()));
        }
        for (ObjectEntry child : entry.getObject().getBody().getEntries()) {
            cover(child, untyped, references);
        }
    }

    private List<ObjectSpan> declared(ObjectEntry entry, NameRef ref) {
        ObjectDecl decl = objects.get(ref.getName());
        if (decl == null || decl.count() == 0) {
            return List.of();
        }
        if (decl.nameRef() != ref && decl.isArray() && decl.is(ObjectType.UT) && isAgain(ref, decl)) {
            // With a body it is this element, without one it is that many elements.
            long n = References.element(ref);
            return hasBody(entry) ? List.of(new ObjectSpan(decl, n, 0, 1))
                    : n == 0 ? List.of() : List.of(new ObjectSpan(decl, 0, 1, n));
        }
        return List.of(new ObjectSpan(decl, decl.isArray() ? 0 : ObjectDecl.SCALAR, decl.isArray() ? 1 : 0, decl.count()));
    }
}
