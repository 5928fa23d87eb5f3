package dev.trapwalk.debug.core.structure;

import dev.trapwalk.engine.session.query.Derivation;
import dev.trapwalk.engine.session.state.Describer;
import org.eclipse.debug.core.model.IValue;

/** A capability as a place in the mapping database: the tree of what it was derived from and what was derived from it. */
public final class DerivationStructure extends CapabilityType {

    @Override
    boolean opens(Subject subject) {
        return subject.slot().isPresent();
    }

    @Override
    Group open(Subject subject, IValue value) {
        long slot = subject.slot().orElseThrow();
        Describer words = subject.machine().describe();
        Group group = new Group(subject.frame(), words.capIn(slot));
        Derivation.of(subject.machine(), slot).ifPresent(derivation -> {
            Group ancestors = new Group(subject.frame(), Messages.bind(Messages.slots,
                    derivation.ancestors().size()));
            derivation.ancestors().forEach(each -> ancestors.add(words.slot(each), words.capIn(each)));
            group.add(Messages.derivedFrom, ancestors);
            group.add(Messages.tree, node(subject, derivation.tree(), slot));
        });
        return group;
    }

    private static Group node(Subject subject, Derivation.Node node, long asked) {
        Describer words = subject.machine().describe();
        String text = words.slot(node.slot()) + "  " + words.capIn(node.slot());
        Group group = new Group(subject.frame(), node.slot() == asked ? Messages.bind(Messages.thisOne, text) : text);
        for (Derivation.Node child : node.children()) {
            group.add(words.slot(child.slot()), node(subject, child, asked));
        }
        return group;
    }
}
