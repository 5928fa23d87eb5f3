package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.launch.LaunchPresets;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialog in which a launch configuration of ours is edited. */
class LaunchDialogTest {

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("launch-dialog");
    }

    @AfterEach
    void close() throws Exception {
        Theme.light();
        example.close();
    }

    @Test
    void itShowsScenarioAndPresetInBothThemes() throws Exception {
        ILaunchConfigurationWorkingCopy copy = WalkConfigurations.of(example.file("cnode-copy.walk")).getWorkingCopy();
        LaunchPresets.ONLY_ERRORS.apply(copy);
        ILaunchConfiguration configuration = copy.doSave();
        assertThat(look(configuration, "launch-dialog")).contains("/launch-dialog/cnode-copy.walk", "Debug");
        Theme.dark();
        assertThat(look(configuration, "launch-dialog-dark")).contains("/launch-dialog/cnode-copy.walk");
        configuration.delete();
    }

    /** Opens the dialog, takes its picture and closes it; answers what its fields and buttons say. */
    private static List<String> look(ILaunchConfiguration configuration, String picture) {
        List<String> texts = new ArrayList<>();
        List<Exception> failed = new ArrayList<>();
        Dialogs.whenOpen(TitleAreaDialog.class, dialog -> {
            try {
                Widgets.all(dialog, Text.class).forEach(text -> texts.add(text.getText()));
                Widgets.all(dialog, Button.class).forEach(button -> texts.add(button.getText().replace("&", "")));
                Screenshot.of(dialog, picture);
            } catch (Exception wrong) {
                failed.add(wrong);
            }
            dialog.close();
        });
        DebugUITools.openLaunchConfigurationDialog(Workbench.shell(), configuration,
                IDebugUIConstants.ID_DEBUG_LAUNCH_GROUP, null);
        assertThat(failed).isEmpty();
        return texts;
    }
}
