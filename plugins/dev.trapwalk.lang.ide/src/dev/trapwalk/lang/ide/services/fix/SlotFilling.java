package dev.trapwalk.lang.ide.services.fix;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.SlotRules;
import dev.trapwalk.lang.model.SymbolicSlot;
import dev.trapwalk.lang.model.VSpaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A line that fills an empty slot of a thread with what fits there: the frame that is mapped where the IPC buffer is, or of
 * the objects of the right type those whose names are most like the thread's.
 *
 * @param offset where the line is inserted: behind the last entry, so that no entry without a slot moves
 */
record SlotFilling(int offset, String text) {
    private static final int MOST = 3;

    /** @param data of a finding with {@link dev.trapwalk.lang.Fixes#FILL_SLOT} */
    static List<SlotFilling> of(AnalysedDocument document, List<String> data) {
        CapdlModel model = document.model();
        ObjectDecl thread = model.object(data.get(0));
        Container container = thread == null ? null
                : model.container(new ObjectRef(thread, Long.parseLong(data.get(1))));
        SymbolicSlot slot = SymbolicSlot.of(data.get(2));
        if (container == null || slot == null || container.runs().isEmpty()) {
            return List.of();
        }
        Place place = Place.behind(document, container);
        return objects(model, container, slot).map(target -> new SlotFilling(place.offset(),
                place.lead() + slot.keyword() + ": " + target + parameters(model, slot, target.decl()))).toList();
    }

    private static Stream<ObjectRef> objects(CapdlModel model, Container container, SymbolicSlot slot) {
        ObjectRef thread = new ObjectRef(container.decl(), container.low());
        VSpaces spaces = new VSpaces(model);
        ObjectRef root = spaces.root(thread);
        if (slot == SymbolicSlot.IPC_BUFFER_SLOT && root != null) {
            var address = container.decl().number(ParamKey.ADDR);
            VSpaces.Page page = address == null ? null : spaces.at(root, address.longValue());
            return Stream.ofNullable(page).map(VSpaces.Page::frame);
        }
        var types = SlotRules.tcbSlot(slot, model.arch());
        String name = container.decl().name();
        return model.objects().stream().filter(decl -> decl.type() != null && types.contains(decl.type()))
                .filter(decl -> !decl.isArray() || container.decl().isArray() && container.low() == container.high()
                        && container.low() < decl.count())
                .sorted(Comparator.comparingInt((ObjectDecl decl) -> -common(name, decl.name()))
                        .thenComparing(ObjectDecl::name))
                .limit(MOST)
                .map(decl -> new ObjectRef(decl, decl.isArray() ? container.low() : ObjectDecl.SCALAR));
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String parameters(CapdlModel model, SymbolicSlot slot, ObjectDecl target) {
        int guard = target.is(ObjectType.CNODE) ? model.arch().wordBits() - Math.max(0, target.bits()) : 0;
        return guard > 0 ? " (guard_size: " + guard + ")" : slot == SymbolicSlot.IPC_BUFFER_SLOT ? " (RW)" : "";
    }

    /** Where a further entry of a block goes, and what comes before it. */
    private record Place(int offset, String lead) {

        static Place behind(AnalysedDocument document, Container container) {
            List<INode> entries = new ArrayList<>();
            for (CapRun run : container.runs()) {
                entries.add(document.tree().node(run.source()));
            }
            INode last = entries.stream().max(Comparator.comparingInt(document.tree()::offset)).orElseThrow();
            String text = document.text().text();
            int start = document.tree().offset(last);
            int line = document.text().lines().start(document.text().lines().line(start));
            int end = document.tree().end(last);
            if (!text.substring(line, start).isBlank()) {
                return new Place(end, "  ");
            }
            int stop = end;
            while (stop < text.length() && " \t".indexOf(text.charAt(stop)) >= 0) {
                stop++;
            }
            if (text.startsWith("--", stop)) {
                while (stop < text.length() && "\r\n".indexOf(text.charAt(stop)) < 0) {
                    stop++;
                }
                end = stop;
            }
            return new Place(end, document.text().lineEnd() + text.substring(line, start));
        }
    }
}
