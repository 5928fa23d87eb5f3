package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;

/** A function with its phase, a point with what is decided or done there. */
final class KernelPointLabels extends LabelProvider {

    @Override
    public String getText(Object element) {
        if (element instanceof KernelFunction function) {
            return Messages.bind(Messages.functionOfPhase, function.name(), function.phase());
        }
        KernelPoint point = (KernelPoint) element;
        return Messages.bind(Messages.pointWithText, point.name(), point.text());
    }

    @Override
    public Image getImage(Object element) {
        return element instanceof KernelFunction ? Icon.FUNCTION.image()
                : ((KernelPoint) element).isDecision() ? Icon.CHECK.image() : Icon.POINT.image();
    }
}
