package dev.trapwalk.lang.ui.preference;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Who is going to read the layouts: {@link ProfilePreference} takes a change over into all files. */
public final class LayoutPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public LayoutPreferencePage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(LangUi.get().getPreferenceStore());
        setDescription(Messages.Profile_Description);
    }

    @Override
    protected void createFieldEditors() {
        String[][] profiles = {{Messages.Profile_Loader, Profile.LOADER.keyword()},
            {Messages.Profile_Rust, Profile.RUST.keyword()}, {Messages.Profile_Verified, Profile.VERIFIED.keyword()},
            {Messages.Profile_Simulator, Profile.SIMULATOR.keyword()}};
        addField(new RadioGroupFieldEditor(ProfilePreference.KEY, Messages.Profile_Label, 1, profiles,
                getFieldEditorParent(), true));
    }
}
