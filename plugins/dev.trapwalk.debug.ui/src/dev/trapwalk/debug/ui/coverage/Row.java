package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.listing.CoverageSign;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.CoverageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;

/**
 * A row of the answer.
 *
 * @param text what it is about
 * @param remark what became of it; empty if there is nothing to say
 * @param opens the kernel point or the file to which a double click leads; null if to none
 * @param rows the rows below it
 */
record Row(Icon icon, String text, String remark, Object opens, List<Row> rows) {

    /** Each scenario, each kernel function entered with its decisions, and those that are missing. */
    static List<Row> of(CoverageQuery query) {
        Map<IFile, String> outcomes = query.outcomes();
        Coverage coverage = query.covered().coverage();
        List<Row> rows = new ArrayList<>();
        if (!outcomes.isEmpty()) {
            rows.add(new Row(Icon.LAUNCH, Messages.scenarios, String.valueOf(outcomes.size()), null,
                    outcomes.entrySet().stream().map(each -> new Row(Icon.USER_FRAME, each.getKey().getName(),
                            each.getValue(), each.getKey(), List.of())).toList()));
            Catalogue.functions().stream().filter(function -> coverage.held(function.entry()) > 0)
                    .forEach(function -> rows.add(entered(coverage, function)));
            List<Row> missing = Catalogue.functions().stream().filter(each -> coverage.held(each.entry()) == 0)
                    .map(each -> new Row(Icon.FUNCTION, each.name(), "", each.entry(), //$NON-NLS-1$
                            List.of()))
                    .toList();
            rows.add(new Row(Icon.BLANK, Messages.neverEntered, String.valueOf(missing.size()), null, missing));
        }
        return rows;
    }

    private static Row entered(Coverage coverage, KernelFunction function) {
        List<KernelPoint> decisions = function.points().stream().filter(KernelPoint::isDecision).toList();
        long both = decisions.stream().filter(coverage::isCovered).count();
        return new Row(Icon.FUNCTION, function.name(), decisions.isEmpty()
                ? Messages.bind(Messages.entered, coverage.held(function.entry()))
                : Messages.bind(Messages.bothWays, both, decisions.size()), function.entry(),
                decisions.stream().map(each -> new Row(Icon.POINT, each.name(), remark(coverage, each), each,
                        List.of())).toList());
    }

    private static String remark(Coverage coverage, KernelPoint decision) {
        return (CoverageSign.text(coverage, decision).strip() + "  " //$NON-NLS-1$
                + CoverageReport.gap(coverage, decision)).strip();
    }

    /** In one line. */
    String line() {
        return remark.isEmpty() ? text : text + "  " + remark; //$NON-NLS-1$
    }
}
