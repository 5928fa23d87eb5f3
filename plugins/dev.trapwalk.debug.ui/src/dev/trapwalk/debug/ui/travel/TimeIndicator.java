package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.command.BackHandler;
import dev.trapwalk.debug.ui.view.LongRuns;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.RowsAhead;
import dev.trapwalk.debug.ui.view.StopSelection;
import dev.trapwalk.debug.ui.view.Together;
import dev.trapwalk.engine.session.Result;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.debug.ui.contexts.IDebugContextService;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.themes.IThemeManager;

/**
 * Where in time the selected session stands: live or in the past, on which branch, how far back and what that takes.
 * In the status line; a click goes to a mark. It also tells what a session refused, and keeps the
 * tooltips of the commands back in time up to date.
 */
public final class TimeIndicator extends WorkbenchWindowControlContribution implements IDebugEventSetListener {

    private static final String SAMPLE = "\u25C0  mark 10000.100 of 10000.100   512 KiB"; //$NON-NLS-1$

    private static final int MARGIN = 8;

    /** A step that has not ended after so many milliseconds is told; before, the place where it began stays. */
    private static final int STEP_LASTS = 300;

    private final AtomicBoolean waiting = new AtomicBoolean();
    private final IDebugContextListener followContext = event -> soon();
    private final IPropertyChangeListener followTheme = event -> soon();
    private final Runnable whenStepLasts = this::soon;
    private CLabel label;
    private Display display;
    private IDebugContextService contexts;

    @Override
    protected Control createControl(Composite parent) {
        Composite page = new Room(parent);
        page.setLayout(new FillLayout());
        label = new CLabel(page, SWT.NONE);
        display = parent.getDisplay();
        contexts = DebugUITools.getDebugContextManager().getContextService(getWorkbenchWindow());
        contexts.addDebugContextListener(followContext);
        DebugPlugin.getDefault().addDebugEventListener(this);
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        themes.addPropertyChangeListener(followTheme);
        LongRuns.start();
        StopSelection.start();
        label.addListener(SWT.MouseUp, event -> GoToMarkHandler.open(getWorkbenchWindow()));
        RowsAhead rows = new RowsAhead(getWorkbenchWindow());
        label.addListener(SWT.Dispose, event -> {
            rows.dispose();
            contexts.removeDebugContextListener(followContext);
            DebugPlugin.getDefault().removeDebugEventListener(this);
            themes.removePropertyChangeListener(followTheme);
        });
        draw();
        return page;
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getKind() == DebugEvent.MODEL_SPECIFIC && event.getDetail() == WalkDebugTarget.REFUSED
                    && event.getData() instanceof Result<?> refused) {
                StatusText.refuse(getWorkbenchWindow(), refused.message());
            }
            if (Adapters.adapt(event.getSource(), WalkDebugTarget.class) != null) {
                if (event.isStepStart() && events.length == 1) {
                    later();
                } else {
                    soon();
                }
                return;
            }
        }
    }

    private void later() {
        if (!display.isDisposed()) {
            display.asyncExec(() -> display.timerExec(STEP_LASTS, whenStepLasts));
        }
    }

    private void soon() {
        if (!display.isDisposed() && waiting.compareAndSet(false, true)) {
            Together.soon(display, () -> {
                waiting.set(false);
                if (!label.isDisposed()) {
                    draw();
                }
            });
        }
    }

    private void draw() {
        Optional<TimeText> time = Selected.session(getWorkbenchWindow())
                .map(target -> TimeText.of(target, budget(target)));
        Color color = (time.filter(TimeText::isPast).isPresent() ? Palette.FAULT : Palette.FAST).color();
        if (!color.equals(label.getForeground())) {
            label.setForeground(color);
        }
        label.setText(time.map(TimeText::brief).orElse("")); //$NON-NLS-1$
        label.setToolTipText(time.map(TimeText::full).orElse(null));
        if (BackHandler.explain(time.isEmpty() ? Optional.of(Messages.nothingStands) : time.get().noWayBack())) {
            ICommandService commands = getWorkbenchWindow().getService(ICommandService.class);
            BackHandler.COMMANDS.forEach(command -> commands.refreshElements(command, null));
        }
    }

    private static long budget(WalkDebugTarget target) {
        ILaunchConfiguration configuration = target.getLaunch().getLaunchConfiguration();
        try {
            return configuration == null ? 0 : LaunchAttributes.settings(configuration).historyBytes();
        } catch (CoreException deletedMeanwhile) {
            return 0;
        }
    }

    /** Has room for the longest text at any time: the status line does not move from stop to stop. */
    private static final class Room extends Composite {

        Room(Composite parent) {
            super(parent, SWT.NONE);
        }

        @Override
        public Point computeSize(int widthHint, int heightHint, boolean changed) {
            GC gc = new GC(this);
            Point size = gc.textExtent(SAMPLE);
            gc.dispose();
            return new Point(size.x + 2 * MARGIN, size.y + MARGIN);
        }
    }
}
