package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.session.Messages;

/** Reads an expression and compiles it on the way: C's operators with C's precedence. */
final class Parser {

    private static final List<List<String>> BINARY = List.of(List.of("||"), List.of("&&"), List.of("|"), List.of("^"),
            List.of("&"), List.of("==", "!="), List.of("<", ">", "<=", ">="), List.of("<<", ">>"), List.of("+", "-"),
            List.of("*", "/", "%"));
    /** Deeper nesting is refused, so that no text overflows the stack. */
    private static final int MAX_DEPTH = 200;
    /** Longer ones are refused for the same reason: each operator nests what stands before it. */
    private static final int MAX_TOKENS = 2_000;

    private final Scope scope;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(Scope scope, String text) {
        this.scope = scope;
        this.tokens = Lexer.tokens(text);
    }

    static Node parse(Scope scope, String text) {
        Parser parser = new Parser(scope, text);
        if (parser.tokens.size() > MAX_TOKENS) {
            throw new ExpressionException(parser.tokens.get(MAX_TOKENS).column(),
                    Messages.get("expression.tooLong", MAX_TOKENS));
        }
        Node node = parser.binary(0);
        parser.expectEnd();
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean accept(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!accept(sign)) {
            throw new ExpressionException(peek().column(), Messages.get("expression.expected", sign));
        }
    }

    private void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw new ExpressionException(peek().column(), Messages.get("expression.unexpected", peek().text()));
        }
    }

    private Node binary(int level) {
        if (level == BINARY.size()) {
            return unary();
        }
        Node left = binary(level + 1);
        while (peek().kind() == Token.Kind.SIGN && BINARY.get(level).contains(peek().text())) {
            Token sign = take();
            left = Operators.binary(sign, left, binary(level + 1));
        }
        return left;
    }

    private Node unary() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(peek().column(), Messages.get("expression.tooDeep"));
        }
        try {
            if (peek().is("!") || peek().is("-") || peek().is("~")) {
                Token sign = take();
                return Operators.unary(sign, unary());
            }
            return postfix(primary());
        } finally {
            depth--;
        }
    }

    private Node postfix(Node owner) {
        Node node = owner;
        while (accept(".")) {
            Token name = take();
            Members.Member member = name.kind() == Token.Kind.NAME && node.type() != null
                    ? Members.find(node.type(), name.text()) : null;
            if (member == null) {
                throw new ExpressionException(name.column(), noMember(node, name));
            }
            node = Node.word(member.type(), name.column(), member.maker().of(Operators.wordOf(node)));
        }
        return node;
    }

    private static String noMember(Node owner, Token name) {
        if (owner.type() == null) {
            return Messages.get("expression.noSuchName", owner.name());
        }
        return Messages.get("expression.noSuchMember", name.text(),
                Messages.get("expression.type." + owner.type().name()),
                String.join(", ", Members.names(owner.type())));
    }

    private Node primary() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> Node.word(Type.NUMBER, token.column(), env -> token.number());
            case STRING -> Node.text(token.column(), env -> token.text()).named(token.text());
            case NAME -> name(token);
            default -> {
                if (!token.is("(")) {
                    throw new ExpressionException(token.column(), Messages.get("expression.operand"));
                }
                Node inner = binary(0);
                expect(")");
                yield inner;
            }
        };
    }

    private Node name(Token token) {
        if (token.text().equals("mr") && accept("[")) {
            Node index = binary(0);
            expect("]");
            Operators.wordOf(index);
            return Functions.messageRegister(index, token.column());
        }
        if (!accept("(")) {
            return Names.resolve(scope, token.text(), token.column());
        }
        List<Node> arguments = new ArrayList<>();
        if (!accept(")")) {
            do {
                arguments.add(binary(0));
            } while (accept(","));
            expect(")");
        }
        return Functions.call(scope, token, arguments);
    }
}
