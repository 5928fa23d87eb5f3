package dev.trapwalk.debug.ui.csource;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.command.StepFilters;
import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.debug.core.csource.Checkouts;
import dev.trapwalk.debug.core.csource.ReadCheckout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What holds for all sessions of a workspace: where the user's seL4 sources are, and what steps go through. */
public final class WalkPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** Created by the workbench. */
    public WalkPreferencePage() {
        super(GRID);
        setDescription(Messages.pageAbout);
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, DebugCore.PLUGIN_ID);
        store.setDefault(StepFilters.KEY, StepFilters.DEFAULT);
        setPreferenceStore(store);
    }

    @Override
    protected void createFieldEditors() {
        addField(new CheckoutField(getFieldEditorParent()));
        addField(new StringFieldEditor(StepFilters.KEY, Messages.stepFilters, getFieldEditorParent()));
    }

    @Override
    public boolean performOk() {
        boolean done = super.performOk();
        Checkouts.preferred().ifPresent(ReadCheckout::start);
        return done;
    }

    /** A folder that must be a checkout of seL4, or nothing. */
    private static final class CheckoutField extends DirectoryFieldEditor {

        CheckoutField(Composite parent) {
            super(Checkouts.KEY, Messages.kernelSource, parent);
            setEmptyStringAllowed(true);
            setValidateStrategy(VALIDATE_ON_KEY_STROKE);
        }

        @Override
        protected boolean doCheckState() {
            String folder = getTextControl().getText().strip();
            Optional<String> problem = folder.isEmpty() ? Optional.empty() : problem(folder);
            problem.ifPresent(this::setErrorMessage);
            return problem.isEmpty();
        }

        private static Optional<String> problem(String folder) {
            try {
                return Checkout.problem(Path.of(folder));
            } catch (InvalidPathException noPath) {
                return Optional.of(noPath.getMessage());
            }
        }
    }
}
