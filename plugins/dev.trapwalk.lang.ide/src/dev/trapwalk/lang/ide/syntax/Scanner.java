package dev.trapwalk.lang.ide.syntax;

import dev.trapwalk.lang.ide.syntax.Frame.Kind;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.model.PseudoTarget;
import java.util.Arrays;
import java.util.BitSet;

/** Reads tokens from the first to the last and notes what each is for. Brackets that do not match cost one section. */
final class Scanner {
    private final Tokens tokens;
    private final boolean walk;
    private final int end;
    private final Role[] roles;
    private final Kind[] levels;
    private final BitSet items = new BitSet();
    private final ProgramScanner programs;
    private Frame frame = new Frame(Kind.FILE, null, -1);

    /** @param end number of tokens to read */
    Scanner(Tokens tokens, boolean walk, int end) {
        this.tokens = tokens;
        this.walk = walk;
        this.end = end;
        roles = new Role[tokens.size()];
        Arrays.fill(roles, Role.NONE);
        levels = new Kind[tokens.size()];
        programs = new ProgramScanner(tokens, roles);
    }

    Role[] roles() {
        return roles;
    }

    /** The level at which each token lies; a bracket lies outside of what it encloses. */
    Kind[] levels() {
        return levels;
    }

    /** The tokens that begin an item of a section or block. */
    BitSet items() {
        return items;
    }

    /** Reads, and returns the level of nesting at the end. */
    Frame scan() {
        for (int i = 0; i < end; i++) {
            Frame before = frame;
            boolean first = isItem(i);
            levels[i] = frame.kind;
            switch (tokens.kind(i)) {
                case COMMENT -> roles[i] = Role.COMMENT;
                case STRING -> roles[i] = Role.STRING;
                case NUMBER -> number(i);
                case NAME -> name(i);
                case SIGN -> sign(i);
                default -> throw new IllegalStateException();
            }
            if (isClosing(i)) {
                levels[i] = frame.kind;
            } else if (first && frame.kind == before.kind || roles[i] == Role.KEYWORD && frame.kind == Kind.FILE
                    && !tokens.is(i, "maps")) {
                items.set(i);
            }
        }
        return frame;
    }

    /** Whether token {@code i}, if it is no bracket, would begin an item. */
    private boolean isItem(int i) {
        char sign = tokens.sign(i);
        if (tokens.kind(i) == Tokens.Kind.COMMENT || sign != 0 && sign != '<' && sign != '(') {
            return false;
        }
        return switch (frame.kind) {
            case OBJECTS -> sign == 0 && frame.state != State.PATH && frame.state != State.TYPE;
            case FILE -> sign == 0 && tokens.kind(i) == Tokens.Kind.NAME && tokens.sign(i - 1) != '/'
                    && (frame.state != State.HEADER || tokens.is(frame.name, "objects") || tokens.is(frame.name, "caps"))
                    && frame.state != State.TYPE && frame.state != State.TARGET;
            case CAPS -> sign == 0 && frame.state != State.TARGET;
            case CAP_BODY -> sign == 0 ? frame.state == State.START && frame.slot < 0 || frame.state == State.AFTER
                    : sign == '<' && (frame.state == State.START || frame.state == State.AFTER);
            case IRQ_MAPS -> sign == 0 && (tokens.kind(i) == Tokens.Kind.NUMBER || next(i) == ':'
                    || tokens.sign(i - 1) != ':');
            case CDT, DOMAINS -> sign != '<' && tokens.sign(i - 1) != ':' && (sign == '(' || sign == 0);
            case PROGRAM -> sign == 0 && (tokens.sign(i - 1) == ';' || tokens.sign(i - 1) == '{'
                    || tokens.kind(i - 1) == Tokens.Kind.COMMENT);
            default -> false;
        };
    }

    private boolean isClosing(int i) {
        char sign = tokens.sign(i);
        return sign == '}' || sign == ')' || sign == ']';
    }

    private void number(int i) {
        roles[i] = Role.NUMBER;
        if (frame.kind == Kind.CAP_BODY || frame.kind == Kind.IRQ_MAPS) {
            if (frame.state != State.PARENT) {
                frame.restart();
            }
            roles[i] = Role.SLOT_NUMBER;
            frame.slot = i;
        } else if (frame.kind == Kind.SLOT_REF && frame.state == State.VALUE) {
            roles[i] = Role.SLOT_NUMBER;
        } else if (frame.kind == Kind.OBJECT_PARAMS && frame.state == State.START) {
            frame.state = State.NAME;
        }
    }

    private void name(int i) {
        if (tokens.is(i, "objects") || tokens.is(i, "caps")) {
            // The only reserved words: whatever bracket was forgotten, here a section begins.
            frame = new Frame(Kind.FILE, null, -1);
        }
        switch (frame.kind) {
            case FILE -> fileName(i);
            case OBJECTS -> objectName(i);
            case OBJECT_PARAMS -> parameterName(i);
            case CAPS -> containerName(i);
            case CAP_BODY -> mappingName(i);
            case CAP_PARAMS -> capParameterName(i);
            case SLOT_REF -> {
                roles[i] = frame.state == State.VALUE ? Role.SLOT : Role.OBJECT;
                frame.name = frame.state == State.VALUE ? frame.name : i;
            }
            case CDT -> roles[i] = Role.CAP;
            case IRQ_MAPS -> roles[i] = next(i) == ':' ? Role.SLOT : Role.OBJECT;
            case DOMAINS -> roles[i] = next(i) == ':' ? Role.PARAMETER : Role.VALUE;
            case PROGRAM, ARGUMENTS -> programs.name(i, frame);
            default -> roles[i] = Role.VALUE;
        }
    }

    private void fileName(int i) {
        if (frame.state == State.TYPE) {
            roles[i] = Role.TYPE;
            frame.type = i;
            frame.state = State.AFTER;
            return;
        }
        boolean keyword = switch (tokens.text(i)) {
            case "arch", "objects", "caps", "cdt", "irq", "domains" -> true;
            case "maps" -> tokens.is(i - 1, "irq");
            case "program" -> walk;
            default -> false;
        };
        if (frame.state == State.HEADER && tokens.is(frame.name, "arch")) {
            roles[i] = Role.ARCH;
            frame.restart();
        } else if (frame.state == State.HEADER && tokens.is(frame.name, "program")) {
            roles[i] = Role.OBJECT;
            frame.target = i;
        } else if (keyword) {
            roles[i] = Role.KEYWORD;
            frame.name = i;
            frame.state = State.HEADER;
        } else {
            // An item outside of any section, as files from before 2011 have them.
            frame.restart();
            roles[i] = Role.OBJECT;
            frame.name = i;
            frame.state = State.NAME;
        }
    }

    private void objectName(int i) {
        if (frame.state == State.TYPE) {
            roles[i] = Role.TYPE;
            frame.type = i;
            frame.state = State.AFTER;
            return;
        }
        if (frame.state != State.PATH) {
            frame.restart();
        }
        roles[i] = Role.OBJECT;
        frame.name = i;
        frame.state = State.NAME;
    }

    private void parameterName(int i) {
        boolean key = frame.state == State.START;
        roles[i] = key ? Role.PARAMETER : Role.VALUE;
        frame.key = key ? i : frame.key;
        frame.state = key ? State.NAME : frame.state;
    }

    private void containerName(int i) {
        frame.restart();
        roles[i] = Role.OBJECT;
        frame.name = i;
        frame.state = State.NAME;
    }

    private void mappingName(int i) {
        if (frame.state == State.DASH) {
            roles[i] = Role.KEYWORD;
            frame.state = State.PARENT;
            return;
        }
        if (frame.state == State.PARENT || frame.state == State.COPY) {
            roles[i] = Role.CAP;
            frame.target = frame.state == State.COPY ? i : frame.target;
            frame.state = frame.state == State.COPY ? State.COPY : State.AFTER;
            return;
        }
        if (frame.state != State.TARGET) {
            frame.restart();
        }
        boolean slot = frame.state == State.START && next(i) == ':';
        boolean pseudo = !slot && PseudoTarget.of(tokens.text(i)) != null;
        roles[i] = slot ? Role.SLOT : pseudo ? Role.CONSTANT : Role.OBJECT;
        frame.slot = slot ? i : frame.slot;
        frame.name = slot ? frame.name : i;
        frame.target = slot ? -1 : i;
        frame.state = State.AFTER;
    }

    private void capParameterName(int i) {
        boolean word = switch (tokens.text(i)) {
            case "reply", "master_reply", "cached", "uncached" -> true;
            default -> next(i) == ':';
        };
        roles[i] = word && frame.state == State.START ? Role.PARAMETER : Role.RIGHTS;
        frame.key = word && frame.state == State.START ? i : frame.key;
    }

    private void sign(int i) {
        char c = tokens.sign(i);
        switch (c) {
            case '{', '(', '[' -> open(i, c);
            case '}', ')', ']' -> close(c);
            case '=' -> assign(i);
            case ':' -> colon();
            case ',', ';' -> separator(c);
            case '/' -> frame.state = frame.kind == Kind.OBJECTS ? State.PATH : frame.state;
            case '<' -> copy(State.COPY);
            case '>' -> copy(State.AFTER);
            case '-' -> frame.state = frame.kind == Kind.CAP_BODY ? State.DASH : frame.state;
            default -> {
            }
        }
    }

    private void copy(State state) {
        if (frame.kind == Kind.CAP_BODY) {
            frame.copy = true;
            frame.state = state;
        }
    }

    private void assign(int i) {
        boolean orphan = frame.kind == Kind.FILE && frame.state == State.NAME;
        if (orphan && next(i) == '(') {
            roles[frame.name] = Role.CAP_DECLARATION;
            frame.state = State.TARGET;
        } else if (frame.kind == Kind.OBJECTS && frame.name >= 0 || orphan) {
            roles[frame.name] = Role.OBJECT_DECLARATION;
            frame.state = State.TYPE;
        } else if ((frame.kind == Kind.CAP_BODY || frame.kind == Kind.CAPS) && frame.name >= 0) {
            roles[frame.name] = Role.CAP_DECLARATION;
            frame.state = State.TARGET;
        }
    }

    private void colon() {
        if (frame.kind == Kind.CAP_BODY) {
            frame.state = State.TARGET;
        } else if (frame.kind == Kind.OBJECT_PARAMS || frame.kind == Kind.CAP_PARAMS || frame.kind == Kind.DOMAINS) {
            frame.state = State.VALUE;
        }
    }

    private void separator(char c) {
        if (frame.kind == Kind.SLOT_REF) {
            frame.state = State.VALUE;
        } else if (frame.kind != Kind.ARGUMENTS) {
            frame.restart();
        } else if (c == ',') {
            frame.slot++;
        }
    }

    private void open(int i, char c) {
        Kind kind = c == '[' ? frame.kind == Kind.OBJECT_PARAMS ? Kind.LIST : Kind.INDEX
                : c == '{' ? body() : parenthesis();
        Frame inner = new Frame(kind, frame, i);
        if (kind == Kind.ARGUMENTS) {
            // Number of the argument; what is called stands before the bracket.
            inner.slot = 0;
            inner.name = i - 1;
        }
        frame = inner;
    }

    private Kind body() {
        return switch (frame.kind) {
            case FILE -> frame.type >= 0 ? Kind.OBJECTS : frame.name < 0 || roles[frame.name] != Role.KEYWORD
                    ? Kind.CAP_BODY : switch (tokens.text(frame.name)) {
                case "objects" -> Kind.OBJECTS;
                case "caps" -> Kind.CAPS;
                case "cdt" -> Kind.CDT;
                case "maps" -> Kind.IRQ_MAPS;
                case "domains" -> Kind.DOMAINS;
                case "program" -> Kind.PROGRAM;
                default -> Kind.LIST;
            };
            case OBJECTS -> Kind.OBJECTS;
            case CAPS -> Kind.CAP_BODY;
            case CDT -> Kind.CDT;
            case PROGRAM -> Kind.PROGRAM;
            default -> Kind.LIST;
        };
    }

    private Kind parenthesis() {
        return switch (frame.kind) {
            case OBJECTS -> Kind.OBJECT_PARAMS;
            case FILE -> frame.type >= 0 ? Kind.OBJECT_PARAMS : frame.state == State.TARGET ? Kind.SLOT_REF : Kind.LIST;
            case CAPS, CDT, CAP_PARAMS -> Kind.SLOT_REF;
            case CAP_BODY -> frame.state == State.PARENT ? Kind.SLOT_REF : Kind.CAP_PARAMS;
            case PROGRAM, ARGUMENTS -> Kind.ARGUMENTS;
            default -> Kind.LIST;
        };
    }

    private void close(char c) {
        if (frame.kind == Kind.FILE) {
            frame.restart();
            return;
        }
        // A brace closes what is still open inside it; a parenthesis or bracket only its own kind.
        while (c == '}' && frame.outer != null && !isBraced(frame)) {
            frame = frame.outer;
        }
        if (frame.outer == null || c != '}' && isBraced(frame) && frame.kind != Kind.LIST) {
            return;
        }
        boolean index = frame.kind == Kind.INDEX;
        boolean item = !index && frame.kind != Kind.ARGUMENTS;
        frame = frame.outer;
        if (c == '}' || frame.kind == Kind.CAPS && !index) {
            frame.restart();
        } else if (item && frame.kind == Kind.CAP_BODY) {
            frame.state = State.AFTER;
        }
    }

    private boolean isBraced(Frame level) {
        return level.opener >= 0 && tokens.sign(level.opener) == '{';
    }

    private char next(int i) {
        int next = i + 1;
        while (next < tokens.size() && tokens.kind(next) == Tokens.Kind.COMMENT) {
            next++;
        }
        return tokens.sign(next);
    }
}
