package dev.trapwalk.engine.session.script;

import java.util.Locale;
import java.util.OptionalLong;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;

/** Locations of breakpoints as words, such as {@code point fastpath_call/length fails} or {@code watch slot root 9}. */
public final class LocationText {

    private static final String ANY = "any";

    private LocationText() {
    }

    /** Reads what {@link #write(Location)} writes; a {@link ScriptException} says what is wrong. */
    public static Location read(String text) {
        Words words = new Words(text);
        Location location = read(words);
        words.end();
        return location;
    }

    static Location read(Words words) {
        String kind = words.next("location");
        return switch (kind) {
            case "point" -> {
                String id = words.next("point");
                yield new Location.AtPoint(id, words.accept("holds") ? Mode.HOLDS
                        : words.accept("fails") ? Mode.FAILS : Mode.PASSED);
            }
            case "syscall" -> new Location.AtSystemCall(optional(words), optional(words));
            case "invocation" -> new Location.AtInvocation(name(words), name(words));
            case "error" -> new Location.AtError(name(words));
            case "fault" -> new Location.AtFault(name(words));
            case "fastpath-left" -> new Location.FastpathLeft(name(words));
            case "switch" -> new Location.ThreadSwitch(name(words));
            case "reply" -> {
                boolean consumed = words.accept("consumed");
                boolean created = !consumed && words.accept("created");
                boolean both = !consumed && !created;
                words.accept(ANY);
                yield new Location.ReplyCapability(created || both, consumed || both);
            }
            case "watch" -> {
                WatchTarget target = watch(words);
                yield new Location.Watch(target, access(words));
            }
            case "line" -> new Location.AtLine((int) words.number("line"), name(words));
            case "expectation" -> new Location.ExpectationFailed();
            default -> throw new ScriptException(Messages.get("script.noSuchLocation", kind));
        };
    }

    private static Access access(Words words) {
        for (Access access : Access.values()) {
            if (words.accept(text(access))) {
                return access;
            }
        }
        return Access.CHANGE;
    }

    private static String text(Access access) {
        return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WatchTarget watch(Words words) {
        String kind = words.next("watched thing");
        return switch (kind) {
            case "memory" -> new WatchTarget.Memory(words.number("address"), words.number("bytes"));
            case "slot" -> new WatchTarget.Slot(words.next("container"), (int) words.number("slot"));
            case "field" -> new WatchTarget.Field(words.next("object"), words.next("field"));
            case "mdb" -> new WatchTarget.MdbLink(words.next("container"), (int) words.number("slot"));
            case "queue" -> new WatchTarget.ReadyQueue((int) words.number("domain"), (int) words.number("priority"));
            case "global" -> new WatchTarget.Global(words.next("global"));
            default -> throw new ScriptException(Messages.get("script.noSuchWatch", kind));
        };
    }

    private static String name(Words words) {
        if (words.accept(ANY) || words.peek().filter(BreakpointText::isClause).isPresent() || !words.hasNext()) {
            return "";
        }
        return words.next("name");
    }

    private static OptionalLong optional(Words words) {
        if (words.accept(ANY) || words.peek().filter(BreakpointText::isClause).isPresent() || !words.hasNext()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(words.number("number"));
    }

    /** Words from which the same location can be read. */
    public static String write(Location location) {
        if (location instanceof Location.AtPoint at) {
            return "point " + at.point() + switch (at.mode()) {
                case PASSED -> "";
                case HOLDS -> " holds";
                case FAILS -> " fails";
            };
        } else if (location instanceof Location.AtSystemCall call) {
            return "syscall " + text(call.number()) + " " + text(call.cptr());
        } else if (location instanceof Location.AtInvocation invocation) {
            return "invocation " + text(invocation.label()) + " " + text(invocation.capType());
        } else if (location instanceof Location.AtError error) {
            return "error " + text(error.error());
        } else if (location instanceof Location.AtFault fault) {
            return "fault " + text(fault.kind());
        } else if (location instanceof Location.FastpathLeft left) {
            return "fastpath-left " + text(left.check());
        } else if (location instanceof Location.ThreadSwitch change) {
            return "switch " + text(change.thread());
        } else if (location instanceof Location.ReplyCapability reply) {
            return "reply " + (reply.created() && reply.consumed() ? ANY : reply.created() ? "created" : "consumed");
        } else if (location instanceof Location.Watch watch) {
            return "watch " + write(watch.target()) + (watch.access() == Access.CHANGE ? "" : " " + text(watch.access()));
        } else if (location instanceof Location.AtLine line) {
            return "line " + line.line() + " " + text(line.thread());
        }
        return "expectation";
    }

    private static String write(WatchTarget target) {
        if (target instanceof WatchTarget.Memory memory) {
            return "memory 0x" + Long.toHexString(memory.address()) + " " + memory.bytes();
        } else if (target instanceof WatchTarget.Slot slot) {
            return "slot " + slot.container() + " " + slot.index();
        } else if (target instanceof WatchTarget.Field field) {
            return "field " + field.object() + " " + field.field();
        } else if (target instanceof WatchTarget.MdbLink link) {
            return "mdb " + link.container() + " " + link.index();
        } else if (target instanceof WatchTarget.ReadyQueue queue) {
            return "queue " + queue.domain() + " " + queue.priority();
        }
        return "global " + ((WatchTarget.Global) target).name();
    }

    private static String text(String name) {
        return name.isEmpty() ? ANY : Words.quote(name);
    }

    private static String text(OptionalLong number) {
        return number.isEmpty() ? ANY : Long.toString(number.getAsLong());
    }
}
