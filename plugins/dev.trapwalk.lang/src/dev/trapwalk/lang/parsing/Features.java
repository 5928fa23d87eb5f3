package dev.trapwalk.lang.parsing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds the features of elements by their names: for every value there is in a file, so by as little as possible. */
final class Features {
    private static final Map<EClass, Features> OF = new ConcurrentHashMap<>();

    private final String[] names;

    private Features(EClass type) {
        names = type.getEAllStructuralFeatures().stream().map(EStructuralFeature::getName).toArray(String[]::new);
    }

    /** The number of the feature {@code name} of elements of a type. */
    static int id(EClass type, String name) {
        Features known = OF.get(type);
        Features features = known == null ? OF.computeIfAbsent(type, Features::new) : known;
        for (int i = 0; i < features.names.length; i++) {
            if (features.names[i].equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getName() + " has no " + name);
    }
}
