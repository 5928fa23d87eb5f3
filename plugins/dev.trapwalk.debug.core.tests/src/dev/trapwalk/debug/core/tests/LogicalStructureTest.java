package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.model.Expressions;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.engine.session.script.StageActor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILogicalStructureType;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Variables view shows with "Show Logical Structure". */
class LogicalStructureTest {

    private ModelStage stage;
    private StageActor actor;

    @BeforeEach
    void launch() {
        stage = new ModelStage("cnode-copy");
        actor = new StageActor(stage);
        actor.perform("to point cteInsert/entry");
        actor.perform("return");
    }

    @AfterEach
    void close() {
        actor.close();
    }

    @Test
    void aCapabilityOpensIntoObjectRightsAndWhoHoldsOneLikeIt() throws Exception {
        List<String> lines = open("slot(root, 9)", "capability");
        assertThat(lines).anyMatch(line -> line.startsWith("type = "))
                .anyMatch(line -> line.startsWith("object = "))
                .anyMatch(line -> line.startsWith("rights = "))
                .anyMatch(line -> line.startsWith("held in = 2 slots"))
                .anyMatch(line -> line.startsWith("  root[1]  (client: CPtr "))
                .anyMatch(line -> line.startsWith("  root[9]  (client: CPtr "));
    }

    @Test
    void aCNodeOpensIntoTheSlotsThatHoldSomething() throws Exception {
        List<String> lines = open("client", "tcbCTable", "slots");
        assertThat(lines).anyMatch(line -> line.startsWith("[1] = ")).anyMatch(line -> line.startsWith("[9] = "))
                .noneMatch(line -> line.startsWith("[8] = "));
    }

    @Test
    void aCapabilityOpensIntoItsTreeOfDerivation() throws Exception {
        List<String> lines = open("slot(root, 9)", "derivation");
        assertThat(lines).anyMatch(line -> line.startsWith("derived from = "))
                .anyMatch(line -> line.startsWith("derivation = ")).anyMatch(line -> line.contains("\u25b6 root[9]"));
    }

    @Test
    void whatIsNoCapabilityHasNoSuchStructure() throws Exception {
        IValue number = Expressions.value(stage.target().enteredThread().orElseThrow().getTopStackFrame(), "1 + 1");
        assertThat(DebugPlugin.getLogicalStructureTypes(number)).isEmpty();
        IValue empty = variable(stage.target().enteredThread().orElseThrow().getTopStackFrame(), "client", "tcbCaller");
        assertThat(DebugPlugin.getLogicalStructureTypes(empty)).isEmpty();
    }

    /** Opens what an expression (and a field of it) yields by the type whose id ends so; lines of two levels. */
    private List<String> open(String... path) throws Exception {
        WalkStackFrame frame = stage.target().enteredThread().orElseThrow().getTopStackFrame();
        String type = path[path.length - 1];
        IValue value = path.length == 2 ? slotOf(frame, path[0]) : variable(frame, path[0], path[1]);
        ILogicalStructureType[] types = DebugPlugin.getLogicalStructureTypes(value);
        ILogicalStructureType wanted = Arrays.stream(types).filter(each -> each.getId().endsWith("." + type))
                .findFirst().orElseThrow(() -> new AssertionError(List.of(types).toString()));
        assertThat(wanted.getDescription(value)).isNotBlank();
        return lines(wanted.getLogicalStructure(value).getVariables(), 0);
    }

    private static IValue slotOf(WalkStackFrame frame, String expression)
            throws DebugException {
        return Expressions.value(frame, expression);
    }

    private static IValue variable(WalkStackFrame frame, String object, String field)
            throws DebugException {
        for (IVariable variable : Expressions.value(frame, object).getVariables()) {
            if (variable.getName().equals(field)) {
                return variable.getValue();
            }
        }
        throw new AssertionError("no field " + field);
    }

    private static List<String> lines(IVariable[] variables, int depth) throws DebugException {
        List<String> lines = new ArrayList<>();
        for (IVariable variable : variables) {
            lines.add("  ".repeat(depth) + variable.getName() + " = " + variable.getValue().getValueString());
            if (depth < 1) {
                lines.addAll(lines(variable.getValue().getVariables(), depth + 1));
            }
        }
        return lines;
    }
}
