package dev.trapwalk.lang.model;

import org.eclipse.emf.ecore.EObject;

/**
 * Says that {@code objects} lie in untyped {@code untyped}.
 *
 * @param source the entry that states it
 */
public record Cover(ObjectRef untyped, ObjectSpan objects, EObject source) {
}
