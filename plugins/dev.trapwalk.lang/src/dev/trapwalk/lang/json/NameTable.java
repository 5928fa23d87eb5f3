package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.PseudoTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the objects of a JSON file in capDL. Names that capDL cannot write are changed, missing ones made up; objects named
 * {@code f[0]}, {@code f[1]} ... that are alike become the elements of one array.
 */
final class NameTable {

    /** A declaration: {@code name = ...} or, with {@code size} not negative, {@code name[size] = ...}. */
    record Declared(String name, int size, ImportedObject object) {
        String text() {
            return size < 0 ? name : name + "[" + size + "]";
        }
    }

    private static final Pattern ELEMENT = Pattern.compile("(\\p{L}[\\p{L}\\p{Nd}_@.-]*)\\[(0|[1-9]\\d{0,8})]");

    private final List<ImportedObject> objects;
    private final ImportNotes notes;
    private final String[] names;
    private final List<Declared> declared = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    NameTable(List<ImportedObject> objects, ImportNotes notes) {
        this.objects = objects;
        this.notes = notes;
        this.names = new String[objects.size()];
        arrays();
        for (int i = 0; i < names.length; i++) {
            ImportedObject object = objects.get(i);
            if (object != null && object.type() != null && names[i] == null) {
                names[i] = scalar(object, i);
                declared.add(new Declared(names[i], -1, object));
            }
        }
    }

    /** The name of object {@code index}. */
    String of(int index) {
        return names[index];
    }

    List<Declared> declared() {
        return declared;
    }

    private void arrays() {
        Map<String, TreeMap<Integer, Integer>> arrays = new LinkedHashMap<>();
        Set<String> spoilt = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            ImportedObject object = objects.get(i);
            Matcher element = object == null || object.name() == null || object.type() == null ? null
                    : ELEMENT.matcher(object.name());
            if (element != null && element.matches()) {
                String base = element.group(1);
                Integer before = arrays.computeIfAbsent(base, key -> new TreeMap<>())
                        .put(Integer.valueOf(element.group(2)), i);
                if (before != null) {
                    spoilt.add(base);
                }
            } else if (object != null && object.name() != null) {
                spoilt.add(object.name());
            }
        }
        arrays.forEach((base, elements) -> {
            if (!spoilt.contains(base) && elements.lastKey() == elements.size() - 1 && isUsable(base)
                    && elements.values().stream().allMatch(index -> alike(index, elements.get(0)))) {
                taken.add(base);
                elements.forEach((element, index) -> names[index] = base + "[" + element + "]");
                declared.add(new Declared(base, elements.size(), objects.get(elements.get(0))));
            }
        });
    }

    private boolean alike(int a, int b) {
        return objects.get(a).type() == objects.get(b).type() && objects.get(a).params().equals(objects.get(b).params());
    }

    private String scalar(ImportedObject object, int index) {
        String wanted = object.name() == null ? "object_" + index : clean(object.name());
        String name = wanted;
        for (int n = 2; !taken.add(name); n++) {
            name = wanted + "_" + n;
        }
        if (object.name() != null && !name.equals(object.name())) {
            notes.lost(object.at(), "import.renamed", object.name(), name);
        }
        return name;
    }

    /** Letters, digits, {@code - _ @ .}, a letter first; neither a reserved word nor one of the kernel's own authorities. */
    private static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().forEach(c -> clean.appendCodePoint(
                c < 0x10000 && Character.isLetterOrDigit(c) || "-_@.".indexOf(c) >= 0 ? c : '_'));
        if (clean.isEmpty() || !Character.isLetter(clean.charAt(0))) {
            clean.insert(0, "o_");
        }
        return isUsable(clean.toString()) ? clean.toString() : clean + "_";
    }

    private static boolean isUsable(String name) {
        return !name.equals("objects") && !name.equals("caps") && PseudoTarget.of(name) == null;
    }
}
