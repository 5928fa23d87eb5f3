package dev.trapwalk.engine.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which variables a statement reads or sets. */
final class Variables {

    private Variables() {
    }

    /** Names of the variables of a statement, in order of appearance; a name may come twice. */
    static List<String> of(Statement statement) {
        List<String> names = new ArrayList<>();
        if (statement instanceof Statement.SystemCall call) {
            values(names, call.cptr(), call.info());
            values(names, call.message().toArray(Value[]::new));
            values(names, call.caps().toArray(Value[]::new));
            call.registers().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(entry -> values(names, entry.getValue()));
            name(names, call.result());
        } else if (statement instanceof Statement.SetMessageRegister set) {
            values(names, set.value());
        } else if (statement instanceof Statement.SetCap set) {
            values(names, set.cptr());
        } else if (statement instanceof Statement.SetReceivePath set) {
            values(names, set.cnode(), set.index(), set.depth());
        } else if (statement instanceof Statement.Assign assign) {
            values(names, assign.value());
            name(names, assign.name());
        } else if (statement instanceof Statement.Load load) {
            values(names, load.address());
            name(names, load.result());
        } else if (statement instanceof Statement.Store store) {
            values(names, store.address(), store.value());
        } else if (statement instanceof Statement.Expect expect) {
            values(names, expect.actual(), expect.expected());
        }
        return names;
    }

    private static void values(List<String> names, Value... values) {
        Arrays.stream(values).forEach(value -> {
            if (value instanceof Value.Variable variable) {
                names.add(variable.name());
            }
        });
    }

    private static void name(List<String> names, String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
