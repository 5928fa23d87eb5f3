package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.program.SourceRange;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.engine.session.query.RunLog.Executed;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is to say beside the statements of a scenario's programs at a stop. */
public final class Besides {

    private final Past past;
    private final Describer describe;
    /** The latest of each place, in the order in which they came. */
    private final Map<SourceRange, Beside> all = new LinkedHashMap<>();
    private final Set<Statement> done = new HashSet<>();
    /** Variables, as thread and name, that hold the error of an invocation. */
    private final Set<String> errors = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Besides(Past past) {
        this.past = past;
        this.describe = past.state().machine().describe();
    }

    /** All of them, in the order in which the statements were executed; then what is still to come. */
    public static List<Beside> of(Past past) {
        return new Besides(past).all();
    }

    /** The value of a program's variable as its thread set it last; empty if it was not set yet. */
    public static Optional<String> variable(Past past, String thread, String name) {
        Besides besides = new Besides(past);
        besides.all();
        return Optional.ofNullable(besides.values.get(thread + ' ' + name));
    }

    private List<Beside> all() {
        past.executed().forEach(this::add);
        past.state().threads().forEach(this::add);
        return List.copyOf(all.values());
    }

    private void add(Executed executed) {
        Statement statement = executed.statement();
        done.add(statement);
        if (statement instanceof Statement.SystemCall call) {
            add(executed, call);
        } else if (statement instanceof Statement.Expect expect) {
            boolean holds = executed.words().get(2) != 0;
            String actual = word(executed.thread(), expect.actual(), executed.words().get(0));
            add(statement, holds ? Beside.Kind.MET : Beside.Kind.FAILED,
                    holds ? actual : Messages.bind(Messages.instead, actual));
        } else if (statement instanceof Statement.Assign assign) {
            String text = word(executed.thread(), assign.value(), executed.words().get(0));
            set(executed.thread(), assign.name(), text, isError(executed.thread(), assign.value()));
            addComputed(statement, assign.value(), Messages.bind(Messages.valueOf, assign.name(), text));
        } else if (statement instanceof Statement.Load load) {
            String text = Describer.hex(executed.words().get(0));
            if (load.result() != null) {
                set(executed.thread(), load.result(), text, false);
            }
            add(statement, Beside.Kind.RESULT, text);
        } else if (statement instanceof Statement.SetMessageRegister set) {
            addComputed(statement, set.value(), Messages.bind(Messages.valueOf, "mr" + set.index(), //$NON-NLS-1$
                    Describer.hex(executed.words().get(0))));
        }
    }

    private void add(Executed executed, Statement.SystemCall call) {
        long info = executed.words().get(0);
        switch (call.kind()) {
            case INVOCATION -> {
                long label = MessageInfo.LABEL.in(info);
                String error = describe.error(label);
                if (call.result() != null) {
                    set(executed.thread(), call.result(), error, true);
                }
                add(call, label == 0 ? Beside.Kind.RESULT : Beside.Kind.ERROR, error);
            }
            case RECEIVE -> {
                if (call.result() != null) {
                    set(executed.thread(), call.result(), Describer.hex(executed.words().get(1)), false);
                }
                add(call, Beside.Kind.RESULT, message(executed, info));
            }
            case SEND, RAW -> add(call, Beside.Kind.RESULT, Messages.returned);
        }
    }

    private static String message(Executed executed, long info) {
        List<String> parts = new ArrayList<>();
        long badge = executed.words().get(1);
        long label = MessageInfo.LABEL.in(info);
        long length = MessageInfo.LENGTH.in(info);
        if (badge != 0) {
            parts.add(Messages.bind(Messages.badge, Describer.hex(badge)));
        }
        if (label != 0) {
            parts.add(Messages.bind(Messages.label, label));
        }
        for (int i = 0; i < Math.min(length, Register.MESSAGE_REGISTERS); i++) {
            parts.add(Messages.bind(Messages.valueOf, "mr" + i, //$NON-NLS-1$
                    Describer.hex(executed.words().get(2 + i))));
        }
        if (length > Register.MESSAGE_REGISTERS) {
            parts.add(Messages.bind(Messages.moreWords, length - Register.MESSAGE_REGISTERS));
        }
        return parts.isEmpty() ? Messages.emptyMessage : String.join(", ", parts); //$NON-NLS-1$
    }

    /** What a constant says already is not said again. */
    private void addComputed(Statement statement, Value value, String text) {
        if (!(value instanceof Value.Constant)) {
            add(statement, Beside.Kind.RESULT, text);
        }
    }

    private void add(Statement statement, Beside.Kind kind, String text) {
        all.remove(statement.source());
        all.put(statement.source(), new Beside(statement.source(), kind, text));
    }

    private void set(String thread, String name, String text, boolean isError) {
        String key = thread + ' ' + name;
        values.put(key, text);
        if (isError) {
            errors.add(key);
        } else {
            errors.remove(key);
        }
    }

    private String word(String thread, Value value, long word) {
        return isError(thread, value) ? describe.error(word) : Describer.hex(word);
    }

    private boolean isError(String thread, Value value) {
        return value instanceof Value.Variable variable && errors.contains(thread + ' ' + variable.name());
    }

    /** Where a thread waits, and its expectations that are still to come. */
    private void add(ThreadSnapshot thread) {
        thread.blockedOn().ifPresent(object -> past.state().machine().programs()
                .current(past.state().machine(), thread.tcb()).ifPresent(statement -> add(statement,
                        Beside.Kind.WAITING, Messages.bind(Messages.waits,
                                thread.state().map(ThreadState::label).orElse(""), object)))); //$NON-NLS-1$
        for (Statement statement : past.state().machine().programs().statements(thread.name())) {
            if (statement instanceof Statement.Expect && !done.contains(statement) && past.from() == 0) {
                add(statement, Beside.Kind.OPEN, Messages.notReached);
            }
        }
    }
}
