package dev.trapwalk.engine.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;

/** Reads a step of a scenario: what it puts into the IPC buffer and into the registers before its instruction. */
final class StepLoader {

    private static final long PATTERN = 0xC0DE0000_00000000L;
    private static final long FLAGS = 0x202;

    private final Harness harness;

    StepLoader(Harness harness) {
        this.harness = harness;
    }

    /** The words of the IPC buffer: a pattern, then what the step lays over it. */
    void fillBuffer(JsonObject step, long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = i >= IpcBuffer.MESSAGE && i < IpcBuffer.USER_DATA ? PATTERN | i : 0;
        }
        JsonArray mr = message(step);
        for (int i = Register.MESSAGE_REGISTERS; i < mr.size(); i++) {
            words[IpcBuffer.MESSAGE + i] = value(mr.get(i));
        }
        if (step.has("ipcbuf")) {
            overlay(step.getAsJsonObject("ipcbuf"), words);
        }
    }

    /** Loads all registers and goes on at the instruction of the step. */
    void loadRegisters(UserMode user, int stub, JsonObject step) {
        for (Register register : Register.values()) {
            switch (register) {
                case FLAGS -> user.set(register, FLAGS);
                case NEXT_IP, ERROR, FAULT_IP, CS, SS, FS_BASE, GS_BASE -> { }
                default -> user.set(register, harness.defaultRegister(stub, register.name().toLowerCase()));
            }
        }
        user.set(Register.RDI, value(step.get("cptr")));
        user.set(Register.RSI, step.has("info") ? info(step.get("info")) : 0);
        user.set(Register.RDX, step.has("syscall") ? value(step.get("syscall")) : 0);
        JsonArray mr = message(step);
        for (int i = 0; i < Register.MESSAGE_REGISTERS && i < mr.size(); i++) {
            user.set(Register.message(i), value(mr.get(i)));
        }
        if (step.has("regs")) {
            step.getAsJsonObject("regs").entrySet().forEach(entry ->
                    user.set(Register.valueOf(entry.getKey().toUpperCase()), value(entry.getValue())));
        }
        String operation = step.has("op") ? step.get("op").getAsString() : "syscall";
        user.jump(switch (operation) {
            case "touch" -> harness.ofThread(stub, "touch_insn");
            case "ud" -> harness.ofThread(stub, "ud2_insn");
            case "store", "spin", "exec" -> harness.stub(stub, operation);
            default -> harness.ofThread(stub, "syscall_insn");
        });
    }

    private static JsonArray message(JsonObject step) {
        return step.has("mr") ? step.getAsJsonArray("mr") : new JsonArray();
    }

    private void overlay(JsonObject overlay, long[] words) {
        if (overlay.has("msg")) {
            overlay.getAsJsonObject("msg").entrySet().forEach(entry ->
                    words[IpcBuffer.MESSAGE + Integer.parseInt(entry.getKey())] = value(entry.getValue()));
        }
        array(overlay, "caps", words, IpcBuffer.CAPS_OR_BADGES);
        array(overlay, "receive", words, IpcBuffer.RECEIVE_CNODE);
        if (overlay.has("user_data")) {
            words[IpcBuffer.USER_DATA] = value(overlay.get("user_data"));
        }
        if (overlay.has("tag")) {
            words[IpcBuffer.TAG] = value(overlay.get("tag"));
        }
    }

    private void array(JsonObject overlay, String key, long[] words, int first) {
        if (overlay.has(key)) {
            JsonArray values = overlay.getAsJsonArray(key);
            for (int i = 0; i < values.size(); i++) {
                words[first + i] = value(values.get(i));
            }
        }
    }

    private long info(JsonElement info) {
        if (info.isJsonPrimitive()) {
            return value(info);
        }
        JsonObject fields = info.getAsJsonObject();
        if (fields.has("raw")) {
            return value(fields.get("raw"));
        }
        JsonElement label = fields.get("label");
        long number = label.getAsJsonPrimitive().isString() && !label.getAsString().startsWith("0x")
                ? harness.label(label.getAsString()) : value(label);
        return MessageInfo.of(number, value(fields.get("caps_unwrapped")), value(fields.get("extra_caps")),
                value(fields.get("length")));
    }

    private long value(JsonElement element) {
        String text = element.getAsString();
        if (!text.startsWith("$")) {
            return Recordings.word(element);
        }
        int colon = text.indexOf(':');
        int thread = Integer.parseInt(text.substring(colon + 1));
        return harness.ofThread(thread, switch (text.substring(1, colon)) {
            case "ip" -> "syscall_insn";
            case "ipnext" -> "after_syscall";
            case "touch" -> "touch_insn";
            case "touchnext" -> "after_touch";
            case "ud" -> "ud2_insn";
            case "udnext" -> "after_ud2";
            case "buf" -> "ipc_buffer";
            default -> throw new IllegalArgumentException(text);
        });
    }
}
