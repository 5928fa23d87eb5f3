package dev.trapwalk.lang.check;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapdlModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;

/** Runs all checks over one file and applies the suppression comments. */
public final class CheckRunner {

    /** All checks, in the order of their ids. */
    static final List<Check> CHECKS = List.of(new UnknownNames(), new DuplicateNames(), new DuplicateSlots(),
            new SlotBounds(), new ObjectParams(), new ParamValues(), new CapParams(), new RightsAndBadges(),
            new Guards(), new CSpaceCycles(), new SlotTypes(), new ThreadSetup(), new IpcBuffers(), new FrameSizes(),
            new PhysicalAddresses(), new Untypeds(), new Derivations(), new PageTables(), new MappingParams(),
            new MemoryLint(), new Interrupts(), new Unreachable(), new Traps(), new NumberRanges(), new Scheduling(),
            new DomainSchedules(), new Totals(), new Compatibility(), new CompatibilityOfSections(),
            new CompatibilityOfCaps(), new Programs());

    private static final String SYNTAX = "S00";

    private CheckRunner() {
    }

    /** All diagnostics of a file, ordered by place. */
    public static List<Diagnostic> run(IParseResult parsed, CapdlModel model, String uri, AnalysisOptions options) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        ICompositeNode root = parsed.getRootNode();
        CheckContext context =
                new CheckContext(model, root, options.profile(), parsed.hasSyntaxErrors(), diagnostics);
        context.enter(SYNTAX);
        for (INode error : parsed.getSyntaxErrors()) {
            context.report(Severity.ERROR, error, Fix.NONE, "syntax", error.getSyntaxErrorMessage().getMessage());
        }
        if (options.checks()) {
            for (Check check : CHECKS) {
                context.enter(check.id());
                check.check(context);
            }
        }
        diagnostics.sort(Comparator.comparingInt(Diagnostic::offset).thenComparing(Diagnostic::id));
        return Suppressions.of(root.getText()).filter(diagnostics);
    }
}
