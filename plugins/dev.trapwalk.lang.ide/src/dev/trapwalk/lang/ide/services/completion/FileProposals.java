package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.capdl.ArchSection;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.walk.Program;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItemKind;

/** Sections, and what the small ones hold. */
final class FileProposals {

    private FileProposals() {
    }

    static void file(Place place, Proposals proposals) {
        String header = place.frame().state() == State.HEADER ? place.text(place.frame().name()) : "";
        switch (header) {
            case "arch" -> {
                for (Arch arch : Arch.values()) {
                    proposals.add(arch.keyword(), CompletionItemKind.EnumMember,
                            Messages.format("completion.arch", arch.wordBits()));
                }
            }
            case "program" -> programs(place, proposals);
            default -> sections(place, proposals);
        }
    }

    private static void sections(Place place, Proposals proposals) {
        if (place.document().analysis().module().getSections().stream().noneMatch(ArchSection.class::isInstance)) {
            section(proposals, "arch", "arch ${1|x86_64,aarch64,riscv,ia32,arm11|}");
        }
        section(proposals, "objects", "objects {\n    $0\n}");
        section(proposals, "caps", "caps {\n    $0\n}");
        section(proposals, "cdt", "cdt {\n    $0\n}");
        section(proposals, "irq maps", "irq maps {\n    $0\n}");
        section(proposals, "domains", "domains {\n    schedule: [($1, $2)]\n}");
        if (place.document().isWalk()) {
            section(proposals, "program", "program ${1:thread} {\n    $0\n}");
        }
    }

    private static void section(Proposals proposals, String label, String snippet) {
        proposals.snippet(label, snippet, CompletionItemKind.Keyword, Messages.format("completion.section"));
    }

    private static void programs(Place place, Proposals proposals) {
        Set<String> have = place.document().analysis().module().getSections().stream()
                .filter(Program.class::isInstance).map(section -> ((Program) section).getThread())
                .filter(thread -> thread != null && thread.getName() != null).map(thread -> thread.getName())
                .collect(Collectors.toSet());
        for (ObjectDecl decl : place.model().objects()) {
            if (decl.is(ObjectType.TCB) && !have.contains(decl.name())) {
                proposals.add(decl.name(), CompletionItemKind.Class, Messages.format("completion.noProgram"));
            }
        }
    }

    static void capNames(Place place, Proposals proposals) {
        for (CapName name : place.model().capNames()) {
            proposals.add(name.array() ? name.name() + "[]" : name.name(), CompletionItemKind.Property,
                    name.places().isEmpty() ? "" : name.places().get(0).toString());
        }
    }

    static void cdt(Place place, Proposals proposals) {
        capNames(place, proposals);
        proposals.snippet("(container, slot)", "(${1:container}, ${2:slot})", CompletionItemKind.Snippet,
                Messages.format("completion.slot"));
    }

    static void irqs(Place place, Proposals proposals) {
        if (place.frame().slot() < 0) {
            long next = 0;
            for (IrqEntry entry : place.model().irqs()) {
                next = Math.max(next, entry.irq() + entry.count());
            }
            proposals.snippet(next + ":", next + ": ${1:object}", CompletionItemKind.Value,
                    Messages.format("completion.nextIrq"));
        }
        for (ObjectDecl decl : place.model().objects()) {
            if (decl.type() != null && decl.isIrqNode()) {
                ObjectProposals.object(proposals, decl);
            }
        }
    }

    static void domains(Proposals proposals) {
        proposals.snippet("schedule", "schedule: [(${1:0}, ${2:1})]", CompletionItemKind.Property,
                Messages.format("completion.schedule"));
        proposals.snippet("domain_set_start", "domain_set_start: ${1:0}", CompletionItemKind.Property, "");
        proposals.snippet("index_shift", "index_shift: ${1:0}", CompletionItemKind.Property, "");
    }
}
