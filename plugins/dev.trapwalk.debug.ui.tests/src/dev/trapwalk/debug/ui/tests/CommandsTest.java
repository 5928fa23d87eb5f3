package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every command of ours is found where a person looks for it: in a menu, by a key, in Quick Access. */
class CommandsTest {

    private static final String OURS = "dev.trapwalk.";
    private static final Set<String> CONTEXTS = Set.of("dev.trapwalk.debug.ui.context",
            "org.eclipse.ui.genericeditor.genericEditorContext", "org.eclipse.ui.contexts.window");

    /** Where the platform's own keys count. */
    private static final Set<String> PLATFORM = Set.of("org.eclipse.ui.contexts.dialogAndWindow",
            "org.eclipse.ui.contexts.window", "org.eclipse.ui.textEditorScope", "org.eclipse.debug.ui.debugging");

    /** CDT's keys for walking back, for which it takes one from the platform, too. */
    private static final Set<String> REVERSE = Set.of("Shift+F5", "Shift+F6", "Shift+F7", "Shift+F8");

    private static Example example;

    @BeforeAll
    static void stopInTheKernel() throws Exception {
        example = new Example("commands");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.page().activate(Workbench.page().showView(IDebugUIConstants.ID_DEBUG_VIEW));
        Workbench.settle();
    }

    @AfterAll
    static void close() throws Exception {
        example.close();
    }

    @Test
    void everyCommandSaysWhatItIsAndDoes() throws NotDefinedException {
        assertThat(commands()).hasSizeGreaterThan(20);
        for (Command command : commands()) {
            assertThat(command.getName()).as(command.getId()).isNotBlank().doesNotStartWith("%");
            assertThat(command.getDescription()).as(command.getId()).isNotBlank().doesNotStartWith("%");
            assertThat(command.getCategory().getName()).as(command.getId()).isNotBlank();
        }
    }

    @Test
    void everyCommandStandsInAMenu() {
        Set<String> inMenus = contributed(place -> place.startsWith("menu:") || place.startsWith("popup:"))
                .keySet();
        assertThat(ids()).allMatch(inMenus::contains);
    }

    @Test
    void theRunMenuShowsWhatIsMeantForIt() {
        Map<String, List<IConfigurationElement>> meant =
                contributed(place -> place.startsWith("menu:org.eclipse.ui.run"));
        List<String> labels = runMenu();
        for (Map.Entry<String, List<IConfigurationElement>> command : meant.entrySet()) {
            assertThat(command.getValue()).as("%s in %s", command.getKey(), labels)
                    .allMatch(element -> labels.contains(label(element)));
        }
        assertThat(meant).hasSizeGreaterThan(10);
    }

    @Test
    void everyButtonHasAnIcon() {
        ICommandImageService images = PlatformUI.getWorkbench().getService(ICommandImageService.class);
        Map<String, List<IConfigurationElement>> buttons = contributed(place -> place.startsWith("toolbar:"));
        assertThat(buttons).hasSizeGreaterThan(5);
        buttons.forEach((command, elements) -> assertThat(elements).as(command)
                .allMatch(element -> element.getAttribute("icon") != null
                        || images.getImageDescriptor(command) != null));
    }

    @Test
    void everyCommandHasAKeyInAContextOfItsOwn() {
        Map<String, List<Binding>> keys = Arrays.stream(bindings().getBindings())
                .filter(binding -> binding.getParameterizedCommand() != null)
                .filter(binding -> binding.getParameterizedCommand().getId().startsWith(OURS))
                .collect(Collectors.groupingBy(binding -> binding.getParameterizedCommand().getId()));
        assertThat(ids()).allMatch(keys::containsKey);
        keys.forEach((command, found) -> assertThat(found).as(command)
                .allMatch(binding -> CONTEXTS.contains(binding.getContextId())));
    }

    @Test
    void noKeyOfOursMeansTwoThings() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        Stream.of(bindings().getBindings()).filter(binding -> binding.getParameterizedCommand() != null
                && CONTEXTS.contains(binding.getContextId())).forEach(binding -> meanings
                .computeIfAbsent(binding.getContextId() + " " + binding.getTriggerSequence().format(),
                        key -> new TreeSet<>()).add(binding.getParameterizedCommand().serialize()));
        meanings.values().removeIf(commands -> commands.stream().noneMatch(command -> command.startsWith(OURS)));
        assertThat(meanings).allSatisfy((key, commands) -> assertThat(commands).as(key).hasSize(1));
    }

    /** Neither an editor's nor the platform's meaning of a key hides ours, nor do two meanings cancel each other. */
    @Test
    void everyKeyDoesWhatTheMenuSaysAlsoInAnEditor() throws Exception {
        Workbench.page().activate(Workbench.page().openEditor(new FileEditorInput(example.file("cnode-copy.walk")),
                "org.eclipse.ui.genericeditor.GenericEditor"));
        IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
        Workbench.waitUntil("all contexts are active", () -> contexts.getActiveContextIds().containsAll(CONTEXTS));
        List<Binding> ours = Stream.of(bindings().getBindings())
                .filter(binding -> binding.getParameterizedCommand() != null && binding.getPlatform() == null)
                .filter(binding -> binding.getParameterizedCommand().getId().startsWith(OURS)).toList();
        assertThat(ours).hasSizeGreaterThan(20).allSatisfy(binding -> assertThat(
                bindings().getPerfectMatch(binding.getTriggerSequence())).as(binding.getTriggerSequence().format())
                .isNotNull().extracting(Binding::getParameterizedCommand).isEqualTo(binding.getParameterizedCommand()));
    }

    /** What a person's hands know from elsewhere still works while a machine stands. */
    @Test
    void noKeyOfOursTakesOneOfThePlatforms() {
        Set<String> taken = Stream.of(bindings().getBindings())
                .filter(binding -> binding.getParameterizedCommand() != null
                        && binding.getParameterizedCommand().getId().startsWith(OURS))
                .map(binding -> binding.getTriggerSequence().format()).collect(Collectors.toSet());
        assertThat(Stream.of(bindings().getBindings()).filter(binding -> binding.getParameterizedCommand() != null
                && PLATFORM.contains(binding.getContextId()) && !REVERSE.contains(binding.getTriggerSequence().format())
                && !binding.getParameterizedCommand().getId().startsWith(OURS)
                && taken.contains(binding.getTriggerSequence().format()))
                .map(binding -> binding.getTriggerSequence().format() + " "
                        + binding.getParameterizedCommand().getId())).isEmpty();
    }

    @Test
    void quickAccessCanRunEveryCommand() throws Exception {
        for (Command command : commands()) {
            assertThat((Collection<?>) ParameterizedCommand.generateCombinations(command)).as(command.getId())
                    .isNotEmpty();
        }
        // Those of editors are handled while one of ours is active, all others always.
        assertThat(commands().stream().filter(command -> !command.isHandled()).map(Command::getId))
                .allMatch(id -> id.startsWith("dev.trapwalk.lang.") || id.endsWith(".whyNotFast"));
        Workbench.page().activate(Workbench.page().openEditor(new FileEditorInput(example.file("cnode-copy.walk")),
                "org.eclipse.ui.genericeditor.GenericEditor"));
        Workbench.waitUntil("handled", () -> commands().stream().allMatch(Command::isHandled));
    }

    private static IBindingService bindings() {
        return PlatformUI.getWorkbench().getService(IBindingService.class);
    }

    private static List<Command> commands() {
        return Stream.of(PlatformUI.getWorkbench().getService(ICommandService.class).getDefinedCommands())
                .filter(command -> command.getId().startsWith(OURS)).toList();
    }

    private static List<String> ids() {
        return commands().stream().map(Command::getId).toList();
    }

    /** Menu items and buttons by command, of the places wanted. */
    private static Map<String, List<IConfigurationElement>> contributed(Predicate<String> wanted) {
        Map<String, List<IConfigurationElement>> found = new TreeMap<>();
        for (IConfigurationElement place : Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.eclipse.ui.menus")) {
            if (wanted.test(Objects.toString(place.getAttribute("locationURI"), ""))) {
                items(place).filter(item -> item.getAttribute("commandId").startsWith(OURS)).forEach(item -> found
                        .computeIfAbsent(item.getAttribute("commandId"), id -> new ArrayList<>()).add(item));
            }
        }
        return found;
    }

    private static Stream<IConfigurationElement> items(IConfigurationElement parent) {
        return Stream.of(parent.getChildren()).flatMap(child -> child.getName().equals("command")
                ? Stream.of(child) : items(child));
    }

    private static String label(IConfigurationElement item) {
        String label = item.getAttribute("label");
        try {
            return plain(label != null ? label : PlatformUI.getWorkbench().getService(ICommandService.class)
                    .getCommand(item.getAttribute("commandId")).getName());
        } catch (NotDefinedException undefined) {
            throw new AssertionError(undefined);
        }
    }

    /** What the Run menu and the menus in it say, once they are open. */
    private static List<String> runMenu() {
        MenuItem run = Stream.of(Workbench.shell().getMenuBar().getItems())
                .filter(item -> plain(item.getText()).equals("Run")).findFirst().orElseThrow();
        List<String> labels = new ArrayList<>();
        open(run.getMenu(), labels);
        return labels;
    }

    private static void open(Menu menu, List<String> labels) {
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            labels.add(plain(item.getText()));
            if (item.getMenu() != null) {
                open(item.getMenu(), labels);
            }
        }
        menu.notifyListeners(SWT.Hide, new Event());
    }

    private static String plain(String text) {
        int tab = text.indexOf('\t');
        return (tab < 0 ? text : text.substring(0, tab)).replace("&", "");
    }
}
