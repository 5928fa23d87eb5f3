package dev.trapwalk.lang.ide.server;

import java.io.InputStream;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Connects a server whose messages may have headers in lower case: the protocol takes its headers from HTTP, where case does not
 * matter, and not every client writes {@code Content-Length}.
 */
final class LenientLauncher extends Launcher.Builder<LanguageClient> {
    private MessageJsonHandler json;
    private RemoteEndpoint endpoint;

    @Override
    protected MessageJsonHandler createJsonHandler() {
        json = super.createJsonHandler();
        return json;
    }

    @Override
    protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler handler) {
        endpoint = super.createRemoteEndpoint(handler);
        return endpoint;
    }

    @Override
    protected ConcurrentMessageProcessor createMessageProcessor(MessageProducer reader, MessageConsumer consumer,
            LanguageClient proxy) {
        return super.createMessageProcessor(new Reader(input, json, endpoint), consumer, proxy);
    }

    private static final class Reader extends StreamMessageProducer {

        Reader(InputStream input, MessageJsonHandler json, MessageIssueHandler issues) {
            super(input, json, issues);
        }

        @Override
        protected void parseHeader(String line, Headers headers) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).trim();
            for (String known : new String[] {"Content-Length", "Content-Type"}) {
                if (known.equalsIgnoreCase(name)) {
                    super.parseHeader(known + line.substring(colon), headers);
                    return;
                }
            }
            super.parseHeader(line, headers);
        }
    }
}
