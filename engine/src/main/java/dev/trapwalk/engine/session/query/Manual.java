package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.session.Messages;

/**
 * Where the seL4 Reference Manual speaks of invocations and errors: sections with number and title, in the version of
 * the modelled kernel. The table is the bundle {@code manual} beside this class.
 */
final class Manual {

    private static final ResourceBundle TABLE = ResourceBundle.getBundle(Manual.class.getPackageName() + ".manual");

    private Manual() {
    }

    /** libsel4's function that makes an invocation, such as {@code seL4_CNode_Copy}. */
    static String function(InvocationLabel label) {
        return entry(label)[0];
    }

    /** The sections that describe an invocation, the object that it works on, and an error. */
    static List<String> sections(InvocationLabel label, SyscallError error) {
        List<String> sections = new ArrayList<>();
        if (isDescribed(label)) {
            sections.add(TABLE.getString("section." + entry(label)[1]) + ", " + function(label));
            sections.add(TABLE.getString("section." + entry(label)[2]));
        }
        if (error != null && error != SyscallError.NO_ERROR) {
            sections.add(TABLE.getString("error." + error.name()));
        }
        return sections;
    }

    /** The sections as one line. */
    static String line(InvocationLabel label, SyscallError error) {
        return Messages.get("error.manual", TABLE.getString("version"), String.join("; ", sections(label, error)));
    }

    static boolean isDescribed(InvocationLabel label) {
        return label != null && TABLE.containsKey(label.label());
    }

    private static String[] entry(InvocationLabel label) {
        return TABLE.getString(label.label()).split(" ");
    }
}
