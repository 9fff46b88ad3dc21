package org.mainstay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The wire between a node and its database, to be cut.
public final class Wire implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final URI database;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String mark;
    private volatile @Nullable String statement;
    private volatile boolean down;

    /// @param url of the database
    public Wire(String url) {
        try {
            database = URI.create(url.substring("jdbc:".length()));
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// The database at this end of the wire. No statement is prepared, so that each is sent as text.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + database.getPath() + "?prepareThreshold=0";
    }

    /// Cuts the connection that sends this text, at the commit that follows: the database hears the commit,
    /// its confirmation is lost. Once.
    public void cutTheCommitOf(String text) {
        mark = text;
    }

    /// Cuts the connection that sends this text, before the database hears of it. Once.
    public void cutTheStatementOf(String text) {
        statement = text;
    }

    /// As if the database were stopped.
    public void goDown() {
        down = true;
        open.forEach(Wire::close);
    }

    public void comeBack() {
        down = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var node = server.accept();
                if (down) {
                    node.close();
                    continue;
                }
                var there = new Socket(database.getHost(), database.getPort());
                open.add(node);
                open.add(there);
                var cut = new Cut();
                Thread.ofVirtual().start(() -> forward(node, there, cut));
                Thread.ofVirtual().start(() -> back(there, node, cut));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /// What is to become of one connection.
    private static final class Cut {
        private boolean marked;
        private volatile boolean now;
    }

    private void forward(Socket node, Socket there, Cut cut) {
        try {
            var buffer = new byte[BUFFER];
            InputStream in = node.getInputStream();
            OutputStream out = there.getOutputStream();
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                var said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                var early = statement;
                if (early != null && said.contains(early)) {
                    statement = null;
                    return;
                }
                var wanted = mark;
                cut.marked |= wanted != null && said.contains(wanted);
                if (cut.marked && said.contains("COMMIT")) {
                    mark = null;
                    cut.now = true;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the other end is gone
        } finally {
            close(there);
            close(node);
        }
    }

    private static void back(Socket there, Socket node, Cut cut) {
        try {
            var buffer = new byte[BUFFER];
            InputStream in = there.getInputStream();
            OutputStream out = node.getOutputStream();
            for (int n = in.read(buffer); n > 0 && !cut.now; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the other end is gone
        } finally {
            close(node);
            close(there);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Wire::close);
    }
}
