package dev.trapwalk.engine.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.machine.Devices;

/**
 * Lets a timer run out where it did in the recording. Our kernel takes hardly any time, so a timer armed just before a long
 * operation would often run out later than for the real kernel; when it did so there is an input of the scenario that only
 * the trace tells.
 */
final class Interruptions {

    private final Machine machine;
    private final JsonArray trace;
    private int pollsUntilInterrupt;

    /** @param trace the recorded kernel entries; none for a recording without them */
    Interruptions(Machine machine, JsonArray trace) {
        this.machine = machine;
        this.trace = trace == null ? new JsonArray() : trace;
    }

    /** Kernel entry number {@code entry} is the next one. */
    void before(int entry) {
        pollsUntilInterrupt = 0;
        if (entry >= trace.size()) {
            return;
        }
        JsonObject recorded = trace.get(entry).getAsJsonObject();
        JsonArray path = recorded.getAsJsonArray("path");
        if (recorded.has("interrupt") && contains(path, "handleInterruptEntry")) {
            timerRunsOut();
        } else if (contains(path, "c_nested_interrupt")) {
            for (JsonElement function : path) {
                String name = function.getAsString();
                if (name.equals("c_nested_interrupt")) {
                    break;
                }
                pollsUntilInterrupt += name.equals("preemptionPoint") ? 1 : 0;
            }
        }
    }

    /** The kernel enters preemptionPoint. */
    void preemptionPoint() {
        if (--pollsUntilInterrupt == 0) {
            timerRunsOut();
        }
    }

    private void timerRunsOut() {
        Devices devices = machine.kernel().devices();
        if (devices.isAnyDeviceDue()) {
            machine.cpu().setClock(Math.max(machine.cpu().clock(), devices.nextEventTime()));
        }
    }

    private static boolean contains(JsonArray path, String function) {
        for (JsonElement element : path) {
            if (element.getAsString().equals(function)) {
                return true;
            }
        }
        return false;
    }
}
