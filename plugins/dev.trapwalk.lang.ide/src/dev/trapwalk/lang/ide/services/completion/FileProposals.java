package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame.Kind;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.walk.Program;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            case "irq" -> section(place, proposals, "maps", "maps", " {\n    $0\n}");
            default -> sections(place, proposals);
        }
    }

    private static void sections(Place place, Proposals proposals) {
        int arch = arch(place);
        if (arch < 0) {
            boolean named = place.next() < place.document().text().tokens().size()
                    && Arch.of(place.text(place.next())).isPresent();
            proposals.snippet("arch", named ? "arch" : "arch ${1|x86_64,aarch64,riscv,ia32,arm11|}",
                    CompletionItemKind.Keyword, Messages.format("completion.section"));
        }
        if (arch < 0 || arch >= place.next() || place.isBefore('=') || place.isBefore('[')) {
            // Nothing may come before it, and a name that stands outside of any section is no keyword.
            return;
        }
        section(place, proposals, "objects", "objects", " {\n    $0\n}");
        section(place, proposals, "caps", "caps", " {\n    $0\n}");
        section(place, proposals, "cdt", "cdt", " {\n    $0\n}");
        section(place, proposals, "irq maps", "irq maps", " {\n    $0\n}");
        section(place, proposals, "domains", "domains", " {\n    schedule: [($1, $2)]\n}");
        if (place.document().isWalk()) {
            String threads = idle(place).map(ObjectDecl::name).collect(Collectors.joining(","));
            section(place, proposals, "program",
                    "program " + (threads.isEmpty() ? "${1:thread}" : "${1|" + threads + "|}"), " {\n    $0\n}");
        }
    }

    private static void section(Place place, Proposals proposals, String label, String head, String body) {
        proposals.snippet(label, place.isBefore('{') ? head : head + body, CompletionItemKind.Keyword,
                Messages.format("completion.section"));
    }

    /** The token that begins the architecture, or -1: in the text as it is, which may be newer than its analysis. */
    private static int arch(Place place) {
        var text = place.document().text();
        for (int i = 0; i < text.tokens().size(); i++) {
            if (text.syntax().role(i) == Role.KEYWORD && text.tokens().is(i, "arch")) {
                return i;
            }
        }
        return -1;
    }

    /** The threads without a program. */
    private static Stream<ObjectDecl> idle(Place place) {
        Set<String> have = place.document().analysis().module().getSections().stream()
                .filter(Program.class::isInstance).map(section -> ((Program) section).getThread())
                .filter(thread -> thread != null && thread.getName() != null).map(thread -> thread.getName())
                .collect(Collectors.toSet());
        return place.model().objects().stream().filter(decl -> decl.is(ObjectType.TCB) && !have.contains(decl.name()));
    }

    private static void programs(Place place, Proposals proposals) {
        idle(place).forEach(thread ->
                proposals.snippet(thread.name(), thread.name() + (place.isBefore('{') ? "" : " {\n    $0\n}"),
                        CompletionItemKind.Class, Messages.format("completion.noProgram")));
    }

    static void capNames(Place place, Proposals proposals) {
        for (CapName name : place.model().capNames()) {
            proposals.add(name.array() ? name.name() + "[]" : name.name(), CompletionItemKind.Property,
                    name.places().isEmpty() ? "" : name.places().get(0).toString());
        }
    }

    static void cdt(Place place, Proposals proposals) {
        boolean parent = place.frame().outer().kind() == Kind.FILE && !place.isBefore('{');
        String children = parent ? " {\n    $0\n}" : "";
        for (CapName name : place.model().capNames()) {
            proposals.snippet(name.name() + (name.array() ? "[]" : ""),
                    name.name() + (name.array() ? "[${1:0}]" : "") + children, CompletionItemKind.Property,
                    name.places().isEmpty() ? "" : name.places().get(0).toString());
        }
        proposals.snippet("(container, slot)", "(${1:container}, ${2:slot})" + children, CompletionItemKind.Snippet,
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
                ObjectProposals.object(place, proposals, decl, Long.MAX_VALUE);
            }
        }
    }

    static void domains(Place place, Proposals proposals) {
        item(place, proposals, "schedule", ": [(${1:0}, ${2:1})]", Messages.format("completion.schedule"));
        item(place, proposals, "domain_set_start", ": ${1:0}", "");
        item(place, proposals, "index_shift", ": ${1:0}", "");
    }

    private static void item(Place place, Proposals proposals, String key, String value, String detail) {
        var text = place.document().text();
        boolean given = text.syntax().find(key, Role.PARAMETER).stream()
                .anyMatch(i -> text.syntax().level(i) == Kind.DOMAINS && i != place.next() - 1);
        if (given) {
            return;
        }
        proposals.snippet(key, place.isBefore(':') ? key : key + value, CompletionItemKind.Property, detail);
    }
}
