package dev.trapwalk.lang.ide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** Connects language servers to clients: over standard input and output, or over a socket of this machine. */
public final class ServerLauncher {
    private static final Logger LOG = Logger.getLogger(ServerLauncher.class.getName());

    private ServerLauncher() {
    }

    /** Serves one client on the standard streams; returns the exit code when the client is gone. */
    public static int serveStandardStreams() {
        PrintStream out = System.out;
        // Whatever prints must not end up between two messages.
        System.setOut(System.err);
        try (WarmUp warmUp = new WarmUp()) {
            daemon(warmUp, "warm-up").start();
            return serve(System.in, out, warmUp::close);
        }
    }

    /**
     * Serves one client after the other on {@code port} of the loopback interface, until the thread is interrupted.
     *
     * @param port 0 for any free one
     * @param bound is told the port
     */
    public static void serveSocket(int port, java.util.function.IntConsumer bound) throws IOException {
        ExecutorService clients = Executors.newCachedThreadPool(task -> daemon(task, "language server client"));
        try (ServerSocket listening = new ServerSocket(port, 4, InetAddress.getLoopbackAddress())) {
            bound.accept(listening.getLocalPort());
            while (!Thread.currentThread().isInterrupted()) {
                Socket client = listening.accept();
                clients.submit(() -> serve(client));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void serve(Socket client) {
        try (client) {
            serve(client.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            LOG.log(Level.INFO, "client", e);
        }
    }

    /** Serves one client; returns 0 after an orderly shutdown, 1 when the client went without one. */
    public static int serve(InputStream in, OutputStream out) {
        return serve(in, out, () -> { });
    }

    /** @param opened is told when the client opens a document */
    private static int serve(InputStream in, OutputStream out, Runnable opened) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> daemon(task, "language server"));
        try (TrapwalkLanguageServer server = new TrapwalkLanguageServer(threads, opened)) {
            Launcher<LanguageClient> launcher = new LenientLauncher().setLocalService(server)
                    .setRemoteInterface(LanguageClient.class).setInput(in).setOutput(out)
                    .setExecutorService(threads).setExceptionHandler(ServerLauncher::error).create();
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            // The reader sits in a blocking read, so the end is whatever comes first: 'exit' or the end of the stream.
            threads.submit(() -> {
                try {
                    listening.get();
                } finally {
                    server.exit();
                }
                return null;
            });
            return server.awaitExit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a client is told when a request fails: a sentence, never a stack trace. */
    private static ResponseError error(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ResponseErrorException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException response) {
            return response.getResponseError();
        }
        LOG.log(Level.WARNING, "request", cause);
        return new ResponseError(ResponseErrorCode.InternalError,
                Messages.format("request.failed", cause.getClass().getSimpleName(), cause.getMessage()), null);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
