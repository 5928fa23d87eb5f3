package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.ui.place.WatchablePlace;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;

/** What is selected in a view's widget, as a place in the kernel, for commands and other views; with a context menu. */
public final class PlaceProvider implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final Supplier<? extends Optional<? extends WatchablePlace>> selected;

    private PlaceProvider(Supplier<? extends Optional<? extends WatchablePlace>> selected) {
        this.selected = selected;
    }

    /**
     * Makes a site's selection that of a widget, and gives the widget a context menu to which commands are contributed.
     *
     * @return the menu, to add the view's own actions
     */
    public static MenuManager install(IWorkbenchPartSite site, Control widget,
            Supplier<? extends Optional<? extends WatchablePlace>> selected) {
        PlaceProvider provider = new PlaceProvider(selected);
        widget.addListener(SWT.Selection, event -> provider.changed());
        MenuManager menu = new MenuManager();
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        widget.setMenu(menu.createContextMenu(widget));
        site.setSelectionProvider(provider);
        site.registerContextMenu(menu, provider);
        return menu;
    }

    private void changed() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public ISelection getSelection() {
        Optional<? extends WatchablePlace> place = selected.get();
        return place.isPresent() ? new StructuredSelection(place.get()) : StructuredSelection.EMPTY;
    }

    @Override
    public void setSelection(ISelection selection) {
        // Views are asked to reveal a place instead: they may have to show other rows first.
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
