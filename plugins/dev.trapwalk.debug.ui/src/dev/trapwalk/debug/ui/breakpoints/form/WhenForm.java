package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.expression.ExpressionField;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.LocationPoints;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.fieldassist.SimpleContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;

/** When a breakpoint counts, and what happens then: the same for all kinds. */
public final class WhenForm {

    private final Runnable changed;
    private ExpressionField condition;
    private HitCountInput hits;
    private Text threads;
    private SimpleContentProposalProvider threadNames;
    private ExpressionField ignoreWhile;
    private ActionInput action;
    private Choice trigger;
    private ObjectTable objects;
    private Optional<Location> location = Optional.empty();

    /** @param changed is run after every change */
    public WhenForm(Runnable changed) {
        this.changed = changed;
    }

    /** Creates the inputs, in a grid of two columns. */
    public void create(Composite page) {
        condition = expression(page, Messages.condition, ExpressionField.Kind.CONDITION, Messages.conditionHint);
        hits = new HitCountInput(page, changed);
        new Label(page, SWT.NONE).setText(Messages.threads);
        threads = new Text(page, SWT.SINGLE | SWT.BORDER);
        threads.setMessage(Messages.threadsHint);
        threads.addListener(SWT.Modify, event -> changed.run());
        fill(threads);
        threadNames = new SimpleContentProposalProvider();
        new ContentAssistCommandAdapter(threads, new TextContentAdapter(), threadNames, null, null, false);
        ignoreWhile = expression(page, Messages.ignoreWhile, ExpressionField.Kind.CONDITION,
                Messages.ignoreWhileHint);
        trigger = Choice.ofSome(page, Messages.trigger, Messages.noTrigger, changed);
        action = new ActionInput(page, changed);
    }

    private ExpressionField expression(Composite page, String label, ExpressionField.Kind kind, String hint) {
        new Label(page, SWT.NONE).setText(label);
        ExpressionField field = new ExpressionField(page, kind, changed);
        field.control().setMessage(hint);
        fill(field.control());
        return field;
    }

    private static void fill(Text text) {
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(Choice.INDENT, 0)
                .applyTo(text);
    }

    /** Fills the inputs with what a breakpoint says. */
    public void show(WalkBreakpoint breakpoint) {
        Map<String, String> labels = new LinkedHashMap<>();
        KernelBreakpoints.all().stream().filter(other -> other != breakpoint)
                .forEach(other -> labels.put(other.sessionId(), other.placeText()));
        trigger.offer(List.copyOf(labels.keySet()), labels::get);
        condition.control().setText(breakpoint.attribute(WalkBreakpoint.CONDITION));
        hits.show(breakpoint.attribute(WalkBreakpoint.HIT_COUNT));
        threads.setText(breakpoint.threads().stream().sorted().collect(Collectors.joining(", "))); //$NON-NLS-1$
        ignoreWhile.control().setText(breakpoint.attribute(WalkBreakpoint.IGNORE_WHILE));
        String arming = breakpoint.attribute(WalkBreakpoint.TRIGGER);
        trigger.setValue(labels.containsKey(arming) ? arming : ""); //$NON-NLS-1$
        action.show(breakpoint.attribute(WalkBreakpoint.LOG_MESSAGE));
    }

    /** Offers the names of a layout. */
    public void offer(ObjectTable names) {
        objects = names;
        threadNames.setProposals(names.threads().stream().map(NamedObject::name).toArray(String[]::new));
        lookAt(location);
    }

    /** Says where the breakpoint looks: a condition can name what is at hand there. */
    public void lookAt(Optional<Location> place) {
        location = place;
        Scope scope = Scope.of(objects == null ? new ObjectTable(List.of()) : objects,
                place.map(LocationPoints::of).orElse(List.of()));
        condition.setScope(scope, objects != null);
        ignoreWhile.setScope(scope, objects != null);
        action.message().setScope(scope, objects != null);
    }

    /** What cannot be saved, and what to do; empty when all can. */
    public String problem() {
        return action.logs() && action.message().text().isEmpty() ? Messages.missingMessage : ""; //$NON-NLS-1$
    }

    /**
     * What a session of this layout would refuse; empty when nothing, or when no layout is known. It may be right for
     * another layout, so it can be saved.
     */
    public String doubt() {
        return doubt(Messages.conditionWrong, condition)
                .or(() -> doubt(Messages.ignoreWhileWrong, ignoreWhile))
                .or(() -> action.logs() ? doubt(Messages.messageWrong, action.message()) : Optional.empty())
                .orElse(""); //$NON-NLS-1$
    }

    private static Optional<String> doubt(String pattern, ExpressionField field) {
        return field.problem().map(problem -> Messages.bind(pattern, problem));
    }

    /** Gives a breakpoint what was filled in. */
    public void apply(WalkBreakpoint breakpoint) throws CoreException {
        change(breakpoint, WalkBreakpoint.CONDITION, condition.text());
        change(breakpoint, WalkBreakpoint.HIT_COUNT, hits.text());
        change(breakpoint, WalkBreakpoint.THREADS, threads.getText().strip());
        change(breakpoint, WalkBreakpoint.IGNORE_WHILE, ignoreWhile.text());
        change(breakpoint, WalkBreakpoint.TRIGGER, trigger.value());
        change(breakpoint, WalkBreakpoint.LOG_MESSAGE, action.logs() ? action.message().text() : ""); //$NON-NLS-1$
    }

    private static void change(WalkBreakpoint breakpoint, String attribute, String value) throws CoreException {
        if (!breakpoint.attribute(attribute).equals(value)) {
            breakpoint.change(attribute, value);
        }
    }
}
