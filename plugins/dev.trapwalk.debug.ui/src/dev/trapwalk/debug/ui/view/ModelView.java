package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A view whose model takes longer to work out than the user interface may wait: that is done in a job, the newest stop
 * wins, and what is older than what is shown is dropped.
 *
 * @param <M> what is drawn; immutable
 */
public abstract class ModelView<M> extends WalkView {

    private final Job work = new Job(getClass().getSimpleName()) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            compute();
            return Status.OK_STATUS;
        }
    };
    private volatile Wanted<M> wanted;
    private WalkDebugTarget modelOf;
    private Moment drawn;
    private M model;

    private record Wanted<M>(WalkDebugTarget target, Moment moment, Supplier<M> task) {
    }

    @Override
    protected final Control createContent(Composite parent) {
        work.setSystem(true);
        work.setPriority(Job.SHORT);
        return createPage(parent);
    }

    /** Creates what shows a model. */
    protected abstract Control createPage(Composite parent);

    /** Takes down what is wanted, on the user interface thread; the task runs on another one. */
    protected abstract Supplier<M> prepare(Moment moment);

    /** Draws a model, on the user interface thread. */
    protected abstract void draw(Moment moment, M newModel);

    @Override
    protected final void show(StopState state) {
        target().ifPresent(target -> target.changes().moment().ifPresent(moment -> {
            wanted = new Wanted<>(target, moment, prepare(moment));
            work.schedule();
        }));
    }

    private void compute() {
        Wanted<M> task = wanted;
        if (task == null) {
            return;
        }
        M result = task.task().get();
        inUi(() -> Together.draw(() -> drawIfNew(task, result)));
    }

    private void drawIfNew(Wanted<M> task, M result) {
        if (!isDisposed()) {
            boolean current = target().filter(target -> target == task.target()).isPresent();
            boolean older = modelOf == task.target() && drawn != null
                    && drawn.now().generation() > task.moment().now().generation();
            if (current && !older) {
                modelOf = task.target();
                drawn = task.moment();
                model = result;
                draw(task.moment(), result);
            }
        }
    }

    @Override
    protected final boolean worksOutFirst() {
        return true;
    }

    /** Keeps nothing of the machine shown until now: an ended session is not held in memory. */
    @Override
    protected void forget() {
        wanted = null;
        modelOf = null;
        drawn = null;
        model = null;
    }

    /** What is drawn. */
    protected final Optional<M> model() {
        return Optional.ofNullable(model);
    }

    /** The stop that is drawn. */
    public final Optional<Moment> drawn() {
        return Optional.ofNullable(drawn);
    }

    @Override
    public void dispose() {
        work.cancel();
        super.dispose();
    }
}
