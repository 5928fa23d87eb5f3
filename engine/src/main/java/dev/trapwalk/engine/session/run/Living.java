package dev.trapwalk.engine.session.run;

import java.util.Optional;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.target.NamedObject;

/** The objects that a breakpoint can be about: those that there are now and that were not deleted. */
record Living(Timeline timeline) {

    Optional<NamedObject> named(String name) {
        return timeline.objects().named(name).filter(object -> !timeline.isDeleted(object));
    }

    /** Why {@link #named} finds nothing. */
    String problem(String name, String otherwise) {
        return timeline.objects().named(name).isPresent() ? Messages.get("breakpoint.deleted", name) : otherwise;
    }

    /** Why {@link #named} finds nothing. */
    String problem(String name) {
        return problem(name, Messages.get("breakpoint.noSuchObject", name));
    }
}
