package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a capDL file means, computed once from its syntax tree, outside of any user interface. Validation, hover, graph,
 * export and launch all ask this one object.
 *
 * <p>Arrays and ranges stay intervals: {@link ObjectDecl} stands for all elements of an array, {@link Container} for all
 * elements that hold the same, {@link CapRun} for capabilities in consecutive slots. So {@code x[100000000]} costs as much
 * as {@code x}. Everything is immutable and keeps a link to its place in the file ({@code source()}).
 *
 * <p>Questions that need a walk are answered by {@link CSpaces} (CPtrs of a thread), {@link VSpaces} (virtual addresses),
 * {@link Holders} (who holds a capability to an object) and {@link ObjectSizes} (bytes).
 */
public final class CapdlModel {
    private final SourceTree tree;
    private final Arch arch;
    private final Map<String, ObjectDecl> objects;
    private final Map<ObjectDecl, List<Container>> containers;
    private final Map<String, CapName> capNames;
    private final List<CdtEdge> cdt;
    private final List<Cover> covers;
    private final List<IrqEntry> irqs;
    private final List<ModelProblem> problems;
    private final Holders holders;

    /** For {@link dev.trapwalk.lang.model.build.ModelBuilder}. */
    public CapdlModel(SourceTree tree, Arch arch, Map<String, ObjectDecl> objects,
            Map<ObjectDecl, List<Container>> containers, Map<String, CapName> capNames, List<CdtEdge> cdt,
            List<Cover> covers, List<IrqEntry> irqs, List<ModelProblem> problems) {
        this.tree = tree;
        this.arch = arch;
        this.objects = objects;
        this.containers = containers;
        this.capNames = capNames;
        this.cdt = cdt;
        this.covers = covers;
        this.irqs = irqs;
        this.problems = problems;
        this.holders = new Holders(this);
    }

    /** The syntax tree, for the places of what the model is made of. */
    public SourceTree tree() {
        return tree;
    }

    /** The root of the syntax tree. */
    public Module module() {
        return tree.module();
    }

    /** The architecture; x86_64 when the file names none that exists. */
    public Arch arch() {
        return arch;
    }

    /** All declarations in the order of the file, implicit untypeds of paths included. */
    public Collection<ObjectDecl> objects() {
        return objects.values();
    }

    /** The declaration called {@code name}, or null. */
    public ObjectDecl object(String name) {
        return objects.get(name);
    }

    /** Whether only paths declare this untyped, since something else has its name: {@code u} in {@code u/x}, beside {@code u[3]}. */
    public boolean isOnlyInPaths(ObjectDecl decl) {
        return decl.definition() == null && objects.get(decl.name()) != decl;
    }

    /** The declaration called {@code name}, or the first untyped that only a path declares, {@code name[1]/x}; else null. */
    public ObjectDecl mentioned(String name) {
        ObjectDecl decl = objects.get(name);
        return decl != null ? decl : objects.values().stream().filter(other -> isOnlyInPaths(other)
                && other.name().startsWith(name + "[")).findFirst().orElse(null);
    }

    /** What the elements of {@code decl} hold; empty when nothing is said about it. */
    public List<Container> containers(ObjectDecl decl) {
        return containers.getOrDefault(decl, List.of());
    }

    /** What {@code object} holds, or null when nothing is said about it. */
    public Container container(ObjectRef object) {
        for (Container container : containers(object.decl())) {
            if (container.low() <= object.index() && object.index() <= container.high()) {
                return container;
            }
        }
        return null;
    }

    /** All containers. */
    public Collection<List<Container>> containers() {
        return containers.values();
    }

    /** The named capability {@code name}, or null. */
    public CapName capName(String name) {
        return capNames.get(name);
    }

    public Collection<CapName> capNames() {
        return capNames.values();
    }

    /** Derivations, from the cdt section and from {@code child_of}. */
    public List<CdtEdge> cdt() {
        return cdt;
    }

    /** Which untyped covers what. */
    public List<Cover> covers() {
        return covers;
    }

    public List<IrqEntry> irqs() {
        return irqs;
    }

    /** What could not be understood. */
    public List<ModelProblem> problems() {
        return problems;
    }

    /** Who holds capabilities to what. */
    public Holders holders() {
        return holders;
    }

    /** Sizes of things, as the capDL tool counts them. */
    public Counts counts() {
        long objectCount = 0;
        for (ObjectDecl decl : objects.values()) {
            objectCount = Numbers.add(objectCount, decl.count());
        }
        long capCount = 0;
        for (List<Container> parts : containers.values()) {
            for (Container container : parts) {
                capCount = Numbers.add(capCount, Numbers.multiply(container.objects(), container.slots()));
            }
        }
        long cdtCount = 0;
        for (CdtEdge edge : cdt) {
            cdtCount = Numbers.add(cdtCount, edge.child().total());
        }
        return new Counts(objectCount, capCount, cdtCount);
    }
}
