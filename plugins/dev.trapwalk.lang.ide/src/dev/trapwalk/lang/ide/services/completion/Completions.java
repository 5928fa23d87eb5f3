package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.syntax.Frame.State;

/** Chooses by the place who has proposals. */
public final class Completions {

    private Completions() {
    }

    /** Fills {@code proposals} with what is legal at {@code place}. */
    public static void propose(Place place, Proposals proposals) {
        switch (place.frame().kind()) {
            case FILE -> {
                if (place.frame().state() == State.TYPE) {
                    ObjectProposals.types(place, proposals);
                } else {
                    FileProposals.file(place, proposals);
                }
            }
            case OBJECTS -> ObjectProposals.entries(place, proposals);
            case OBJECT_PARAMS -> ObjectParameterProposals.parameters(place, proposals);
            case CAPS -> CapProposals.containers(place, proposals);
            case CAP_BODY -> CapProposals.mapping(place, proposals);
            case CAP_PARAMS -> CapParameterProposals.parameters(place, proposals);
            case SLOT_REF -> CapProposals.slotReference(place, proposals);
            case CDT -> FileProposals.cdt(place, proposals);
            case IRQ_MAPS -> FileProposals.irqs(place, proposals);
            case DOMAINS -> FileProposals.domains(place, proposals);
            case PROGRAM -> ProgramProposals.statement(place, proposals);
            case ARGUMENTS -> ProgramProposals.argument(place, proposals);
            default -> {
                // Indexes and lists are numbers, the user's choice.
            }
        }
    }
}
