package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The buttons of the view and the menu of its nodes. */
final class GraphMenu {
    private final GraphView view;

    GraphMenu(GraphView view) {
        this.view = view;
    }

    void fill(IToolBarManager bar, IMenuManager menu) {
        Action svg = action(Messages.Graph_ExportSvg, "export", () -> view.export(GraphExport.SVG)); //$NON-NLS-1$
        Action dot = action(Messages.Graph_ExportDot, null, () -> view.export(GraphExport.DOT));
        Action fit = action(Messages.Graph_Fit, "fit", () -> view.canvas().fit()); //$NON-NLS-1$
        Action collapse = action(Messages.Graph_CollapseAll, "collapseall", view::collapseAll); //$NON-NLS-1$
        bar.add(collapse);
        bar.add(fit);
        bar.add(svg);
        menu.add(collapse);
        menu.add(fit);
        menu.add(new Separator());
        menu.add(svg);
        menu.add(dot);
    }

    /** The menu of the selected node. */
    void context(MenuManager menu) {
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> view.canvas().picture().graph()
                .node(String.valueOf(view.canvas().selectedNode())).ifPresent(node -> context(manager, node)));
        view.canvas().setMenu(menu.createContextMenu(view.canvas()));
    }

    private void context(IMenuManager menu, GraphNode node) {
        Action expand = action(Messages.Graph_Expand, null, () -> view.expand(node.id()));
        expand.setEnabled(node.expandable());
        Action collapse = action(Messages.Graph_Collapse, null, () -> view.collapse(node.parent()));
        collapse.setEnabled(node.parent() != null);
        Action reach = action(Messages.Graph_OnlyThread, null, () -> view.showThread(node.label()));
        reach.setEnabled(node.type() == ObjectType.TCB && node.count() == 1);
        Action ways = action(Messages.Graph_OnlyObject, null, () -> view.showObject(node.label()));
        ways.setEnabled(node.decl() != null && node.count() == 1);
        Action declaration = action(Messages.Graph_Declaration, null, view::openDeclaration);
        declaration.setEnabled(node.decl() != null);
        menu.add(declaration);
        menu.add(new Separator());
        menu.add(reach);
        menu.add(ways);
        menu.add(new Separator());
        menu.add(expand);
        menu.add(collapse);
    }

    private static Action action(String label, String icon, Runnable what) {
        ImageDescriptor image = icon == null ? null : ResourceLocator
                .imageDescriptorFromBundle(LangUi.ID, "icons/" + icon + ".svg").orElse(null); //$NON-NLS-1$ //$NON-NLS-2$
        Action action = new Action(label, image) {
            @Override
            public void run() {
                what.run();
            }
        };
        action.setToolTipText(label);
        return action;
    }
}
