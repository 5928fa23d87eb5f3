package dev.trapwalk.lang.ide.graph;

import com.google.common.collect.Range;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which objects a request is about. */
public final class Selection {
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[(\\d{1,18})]");

    private Selection() {
    }

    /** The object called {@code name}, {@code f} or {@code f[3]}; of an array without index, the first. */
    public static Optional<ObjectRef> object(CapdlModel model, String name) {
        Matcher element = ELEMENT.matcher(name);
        ObjectDecl whole = model.object(name);
        if (whole != null) {
            return Optional.of(new ObjectRef(whole, ObjectSet.first(whole)));
        }
        ObjectDecl decl = element.matches() ? model.object(element.group(1)) : null;
        long index = decl == null ? 0 : Long.parseLong(element.group(2));
        return decl == null || !decl.isArray() || index >= decl.count() ? Optional.empty()
                : Optional.of(new ObjectRef(decl, index));
    }

    /** The threads of a layout, each with the name that a request takes, at most {@code limit}. */
    public static List<String> threads(CapdlModel model, int limit) {
        List<String> names = new ArrayList<>();
        for (ObjectDecl decl : model.objects()) {
            for (long n = 0; decl.is(ObjectType.TCB) && n < decl.count() && names.size() < limit; n++) {
                names.add(decl.display(decl.isArray() ? n : ObjectDecl.SCALAR));
            }
        }
        return names;
    }

    /** Number of declarations that the words of a request fit. */
    public static long matches(CapdlModel model, String words) {
        ObjectSet all = of(model, GraphRequest.everything());
        return all.decls().stream().filter(decl -> !matching(all, decl, words).isEmpty()).count();
    }

    static ObjectSet of(CapdlModel model, GraphRequest request) {
        ObjectSet all = new ObjectSet();
        if (request.thread() == null) {
            model.objects().stream().filter(decl -> decl.type() != null).forEach(all::addAll);
        } else {
            Optional<ObjectRef> thread = object(model, request.thread());
            if (thread.isPresent()) {
                boolean array = model.object(request.thread()) != null;
                ObjectDecl decl = thread.get().decl();
                all = new Reach(model, null).from(decl, thread.get().index(),
                        array ? ObjectSet.last(decl) : thread.get().index()).forwards();
            }
        }
        return request.focus().isEmpty() ? all : focus(model, all, request.focus());
    }

    /** Every way within {@code all} to the objects that match, and what these hold themselves. */
    private static ObjectSet focus(CapdlModel model, ObjectSet all, String words) {
        Reach ways = new Reach(model, all);
        Reach holdings = new Reach(model, all);
        for (ObjectDecl decl : all.decls()) {
            for (Range<Long> range : matching(all, decl, words)) {
                ways.from(decl, range.lowerEndpoint(), range.upperEndpoint() - 1);
                holdings.from(decl, range.lowerEndpoint(), range.upperEndpoint() - 1);
            }
        }
        ObjectSet found = ways.backwards();
        ObjectSet held = holdings.onceForwards();
        for (ObjectDecl decl : held.decls()) {
            held.of(decl).forEach(range -> found.add(decl, range.lowerEndpoint(), range.upperEndpoint() - 1));
        }
        return found;
    }

    private static List<Range<Long>> matching(ObjectSet all, ObjectDecl decl, String words) {
        Matcher element = ELEMENT.matcher(words);
        if (element.matches()) {
            long index = Long.parseLong(element.group(2));
            return decl.name().equals(element.group(1)) && decl.isArray() ? all.within(decl, index, index)
                    : List.of();
        }
        for (String word : words.toLowerCase(Locale.ROOT).split("[\\s,]+")) {
            if (word.equals(decl.type().keyword()) || fits(decl.name().toLowerCase(Locale.ROOT), word)) {
                return all.of(decl);
            }
        }
        return List.of();
    }

    /** Whether a name contains the word; {@code *} stands for anything, and then the whole name has to fit. */
    private static boolean fits(String name, String word) {
        return word.contains("*")
                ? name.matches("\\Q" + word.replace("*", "\\E.*\\Q") + "\\E")
                : name.contains(word);
    }
}
