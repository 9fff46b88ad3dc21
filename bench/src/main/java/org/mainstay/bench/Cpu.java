package org.mainstay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// CPU time that processes have used, user and system, from `/proc`.
final class Cpu {

    private static final double MILLIS_PER_TICK = 10;

    private Cpu() {}

    /// Of one process, in milliseconds.
    static double of(long pid) {
        var fields = stat(Path.of("/proc/" + pid + "/stat"));
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    /// Of a postmaster, its living children and those it has already buried, in milliseconds.
    static double ofFamily(long postmaster) {
        var parent = stat(Path.of("/proc/" + postmaster + "/stat"));
        double millis = 0;
        for (int i = 11; i <= 14; i++) {
            millis += Long.parseLong(parent[i]) * MILLIS_PER_TICK;
        }
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (Files.exists(process.resolve("stat"))) {
                    millis += child(process, postmaster);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return millis;
    }

    private static double child(Path process, long parent) {
        try {
            var fields = stat(process.resolve("stat"));
            boolean ours = Long.parseLong(fields[1]) == parent;
            return ours ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK : 0;
        } catch (UncheckedIOException e) {
            return 0; // it ended while we looked
        }
    }

    /// The fields after the command's name: state is 0, the parent 1, user time 11.
    private static String[] stat(Path file) {
        try {
            var line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
