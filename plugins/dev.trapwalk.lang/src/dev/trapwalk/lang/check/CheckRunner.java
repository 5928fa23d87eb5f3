package dev.trapwalk.lang.check;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapdlModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.xtext.nodemodel.INode;

/** Runs all checks over one file, side by side, and applies the suppression comments. */
public final class CheckRunner {

    /** All checks, in the order of their ids. */
    static final List<Check> CHECKS = List.of(new UnknownNames(), new DuplicateNames(), new DuplicateSlots(),
            new SlotBounds(), new ObjectParams(), new ParamValues(), new CapParams(), new RightsAndBadges(),
            new Guards(), new CSpaceCycles(), new SlotTypes(), new ThreadSetup(), new IpcBuffers(), new FrameSizes(),
            new PhysicalAddresses(), new Untypeds(), new Derivations(), new PageTables(), new MappingParams(),
            new MemoryLint(), new Interrupts(), new Unreachable(), new Traps(), new NumberRanges(), new Scheduling(),
            new DomainSchedules(), new Totals(), new Compatibility(), new CompatibilityOfSections(),
            new CompatibilityOfCaps(), new MixedNames(), new NameCharacters(), new Dumps(), new VerifiedInitialiser(),
            new Programs());

    private static final String SYNTAX = "S00";
    /** Id of the report that a check failed itself. */
    static final String INTERNAL = "S99";

    private CheckRunner() {
    }

    /** All diagnostics of a file, ordered by place. Gives up with an exception as soon as it is {@code stale}. */
    public static List<Diagnostic> run(CapdlModel model, AnalysisOptions options, BooleanSupplier stale) {
        SyntaxErrors errors = new SyntaxErrors(model.tree());
        NumberTokens numbers = new NumberTokens(model.tree().text());
        List<Diagnostic> diagnostics =
                new ArrayList<>(syntax(new CheckContext(model, options.profile(), errors, numbers), errors));
        if (options.checks()) {
            // Each has its own list, so that the order does not depend on who is done first.
            CHECKS.parallelStream().map(check -> run(check, new CheckContext(model, options.profile(), errors, numbers), stale))
                    .forEachOrdered(diagnostics::addAll);
        }
        diagnostics.sort(Comparator.comparingInt(Diagnostic::offset).thenComparing(Diagnostic::id));
        return Suppressions.of(model.tree().text(), options.suppressed()).filter(diagnostics);
    }

    private static List<Diagnostic> syntax(CheckContext context, SyntaxErrors errors) {
        context.enter(SYNTAX);
        for (INode error : errors.complaints()) {
            context.report(Severity.ERROR, error, Fix.NONE, "syntax", SyntaxMessages.of(error));
        }
        for (INode token : errors.stray()) {
            context.report(Severity.ERROR, token, Fix.remove(), SyntaxMessages.stray(token), token.getText().strip());
        }
        return context.diagnostics();
    }

    /** A mistake in one check must not cost the user all others: it is reported, once, at the start of the file. */
    private static List<Diagnostic> run(Check check, CheckContext context, BooleanSupplier stale) {
        if (stale.getAsBoolean()) {
            throw new CancellationException();
        }
        context.enter(check.id());
        try {
            check.check(context);
        } catch (RuntimeException e) {
            context.enter(INTERNAL);
            context.report(Severity.WARNING, 0, 1, Fix.NONE, "internal", check.getClass().getSimpleName(), e);
        }
        return context.diagnostics();
    }
}
