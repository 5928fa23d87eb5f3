package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.ArchSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.DumpRuns;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the model of one file. Never fails: what makes no sense is left out and noted as a problem. */
public final class ModelBuilder {

    private ModelBuilder() {
    }

    /** The model of a syntax tree, which may be one with syntax errors. */
    public static CapdlModel build(SourceTree tree) {
        Module module = tree.module();
        List<ModelProblem> problems = new ArrayList<>();
        ObjectCollector objects = new ObjectCollector(problems,
                DumpRuns.isDump(tree.text()) ? DumpRuns.of(module, arch(module)) : null);
        objects.collect(module);
        References references = objects.references();
        objects.collectCovers(module, references);

        CapCollector caps = new CapCollector(references, problems);
        caps.collect(module);
        CopyResolver copies = new CopyResolver(caps, Assembler.assemble(caps.parts()), problems);
        copies.resolve();
        Map<ObjectDecl, List<Container>> containers =
                copies.isEmpty() ? copies.containers() : Assembler.assemble(caps.parts());
        Map<String, CapName> names = copies.names();

        EdgeCollector edges = new EdgeCollector(references, names, problems);
        edges.collect(module, caps.parts());
        return new CapdlModel(tree, arch(module), objects.objects(), containers, names, edges.cdt(),
                objects.covers(), edges.irqs(), problems);
    }

    private static Arch arch(Module module) {
        for (Section section : module.getSections()) {
            if (section instanceof ArchSection arch && arch.getName() != null) {
                return Arch.of(arch.getName()).orElse(Arch.X86_64);
            }
        }
        return Arch.X86_64;
    }
}
