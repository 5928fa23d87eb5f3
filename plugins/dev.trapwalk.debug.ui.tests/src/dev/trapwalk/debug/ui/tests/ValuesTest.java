package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.debug.core.model.WatchDelegate;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Arrays;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IWatchExpressionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching and changing values at a stop. */
class ValuesTest {

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("values");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void anExpressionIsEvaluatedInTheSelectedFrame() throws Exception {
        assertThat(watch("length + 1").getValue().getValueString()).isEqualTo("6");
        assertThat(watch("length +").hasErrors()).isTrue();
        assertThat(watch("length +").getErrorMessages()[0]).isNotBlank();
    }

    @Test
    void aRegisterIsChangedAndTheNextStopShowsIt() throws Exception {
        IRegister rbx = register("rbx");
        assertThat(rbx.supportsValueModification()).isTrue();
        example.stopsAfter(() -> rbx.setValue("0x123"));
        assertThat(register("rbx").getValue().getValueString()).isEqualTo("0x123");
        assertThatThrownBy(() -> register("rbx").setValue("no_such_name")).isInstanceOf(DebugException.class);
    }

    private IRegister register(String name) throws DebugException {
        for (IRegisterGroup group : example.top().getRegisterGroups()) {
            if (group.getName().equals("Processor")) {
                return Arrays.stream(group.getRegisters()).filter(register -> named(register, name)).findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("no processor registers");
    }

    private static boolean named(IRegister register, String name) {
        try {
            return register.getName().equals(name);
        } catch (DebugException failed) {
            throw new AssertionError(failed);
        }
    }

    private IWatchExpressionResult watch(String expression) {
        IWatchExpressionResult[] result = new IWatchExpressionResult[1];
        new WatchDelegate().evaluateExpression(expression, example.top(), answer -> result[0] = answer);
        return result[0];
    }
}
