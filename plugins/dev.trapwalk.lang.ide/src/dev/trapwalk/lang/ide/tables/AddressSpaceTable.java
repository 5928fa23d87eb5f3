package dev.trapwalk.lang.ide.tables;

import dev.trapwalk.lang.ide.graph.Selection;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import dev.trapwalk.lang.model.VSpaces;
import dev.trapwalk.lang.model.VSpaces.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The memory of a thread: virtual ranges with their frames, rights and page tables, and the unmapped ranges between. */
public final class AddressSpaceTable implements LayoutTable {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};

    @Override
    public List<String> columns() {
        return List.of(Messages.format("table.range"), Messages.format("table.size"), Messages.format("table.frame"),
                Messages.format("table.rights"), Messages.format("table.cached"), Messages.format("table.path"));
    }

    @Override
    public List<String> subjects(CapdlModel model) {
        return Subjects.of(model, SymbolicSlot.VSPACE, decl -> decl.is(model.arch().vspaceRoot())
                && model.holders().of(decl).stream().noneMatch(holder -> isTable(holder.container().decl())));
    }

    private static boolean isTable(ObjectDecl decl) {
        return decl.type() != null && decl.type().isPageTable();
    }

    @Override
    public String subject(CapdlModel model, ModelPlace place, String current) {
        ObjectDecl decl = place.object().decl();
        List<String> subjects = subjects(model);
        String named = Subjects.named(subjects, new Subjects.ModelObject(place.object()), current);
        if (named != null || !isTable(decl) && !decl.is(ObjectType.FRAME)) {
            return named;
        }
        if (current != null && isIn(model, decl, current)) {
            return current;
        }
        return subjects.stream().filter(subject -> isIn(model, decl, subject)).findFirst().orElse(null);
    }

    private static boolean isIn(CapdlModel model, ObjectDecl decl, String subject) {
        ObjectRef root = Subjects.root(model, subject, SymbolicSlot.VSPACE);
        return root != null && (root.decl() == decl || new VSpaces(model).pages(root, MOST_ROWS).stream()
                .anyMatch(page -> page.frame().decl() == decl
                        || page.path().stream().anyMatch(table -> table.decl() == decl)));
    }

    @Override
    public List<LayoutRow> rows(CapdlModel model, String subject) {
        List<LayoutRow> rows = new ArrayList<>();
        if (Selection.object(model, subject).isEmpty()) {
            return rows;
        }
        ObjectRef root = Subjects.root(model, subject, SymbolicSlot.VSPACE);
        List<Page> pages = root == null ? List.of() : new VSpaces(model).pages(root, MOST_ROWS);
        long next = 0;
        for (int first = 0, last; first < pages.size(); first = last + 1) {
            last = first;
            while (last + 1 < pages.size() && continues(pages.get(last), pages.get(last + 1))) {
                last++;
            }
            Page begin = pages.get(first);
            Page end = pages.get(last);
            // Between the halves of a 64-bit address space there are no addresses, so nothing is unmapped there.
            if (begin.address() >= 0) {
                gap(rows, next, begin.address());
            }
            rows.add(row(begin, end));
            next = end.address() + (1L << end.bits());
        }
        if (root != null && next >= 0) {
            gap(rows, next, top(model.arch()));
        }
        return rows;
    }

    /** Whether a page is the next element of the same mapping. */
    private static boolean continues(Page page, Page following) {
        return following.run() == page.run() && following.container() == page.container()
                && following.address() == page.address() + (1L << page.bits());
    }

    /** The end of what user programs can address at most; on x86-64 the upper half is the kernel's. */
    private static long top(Arch arch) {
        int bits = arch.coverBits(0) + arch.levels().get(0).indexBits();
        return 1L << (arch == Arch.X86_64 ? bits - 1 : bits);
    }

    private static void gap(List<LayoutRow> rows, long from, long to) {
        if (from < to) {
            rows.add(new LayoutRow(List.of(range(from, to - 1), size(to - from), Messages.format("table.unmapped"), "",
                    "", ""), null, null));
        }
    }

    private static LayoutRow row(Page begin, Page end) {
        long length = end.address() - begin.address() + (1L << end.bits());
        int rights = begin.run().attributes().rights();
        String frames = begin.frame().equals(end.frame()) ? begin.frame().toString()
                : begin.frame() + " .. " + end.frame();
        String path = begin.path().stream().map(ObjectRef::toString).collect(Collectors.joining(" / "))
                + "[" + begin.slot() + (begin == end ? "" : ".." + end.slot()) + "]";
        return new LayoutRow(List.of(range(begin.address(), begin.address() + length - 1), size(length), frames,
                rights == 0 ? "" : Rights.toString(rights), Messages.format(begin.run().attributes().uncached()
                        ? "table.no" : "table.yes"), path), begin.frame(), begin.run());
    }

    private static String range(long from, long to) {
        return "0x" + Long.toHexString(from) + " .. 0x" + Long.toHexString(to);
    }

    private static String size(long bytes) {
        int unit = 0;
        long value = bytes;
        while (unit < UNITS.length - 1 && value >= 1024 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        if (value >= 1024 * 1024) {
            // No round number: three digits are enough.
            double rough = value;
            while (unit < UNITS.length - 1 && rough >= 1024) {
                rough /= 1024;
                unit++;
            }
            return String.format(Locale.ROOT, "%.1f %s", rough, UNITS[unit]);
        }
        return value + " " + UNITS[unit];
    }
}
