package org.mainstay.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Clients that ask one request after the other, as fast as they are answered.
final class Load {

    static final int CLIENTS = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// The same clients in every run, so that they remember what they are in the middle of.
    private final ExecutorService threads = Executors.newFixedThreadPool(
            CLIENTS, Thread.ofPlatform().daemon().name("client-", 1).factory());

    /// @param answers how many were 2xx, or what a form leads to that was taken
    /// @param bad how many were not
    /// @param micros latency of each answer, ascending
    /// @param bytes of all those answers' bodies
    record Result(long answers, long bad, double seconds, long[] micros, long bytes, String firstBad) {

        double percentile(double share) {
            return micros.length == 0
                    ? 0
                    : micros[(int) Math.min(micros.length - 1L, (long) (micros.length * share))] / 1000.0;
        }
    }

    Result run(double seconds, Function<RandomGenerator, HttpRequest> requests) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try {
            var calls = new ArrayList<Callable<Result>>();
            for (int i = 0; i < CLIENTS; i++) {
                calls.add(() -> client(end, requests));
            }
            long answers = 0;
            long bad = 0;
            long bytes = 0;
            var firstBad = "";
            var micros = new ArrayList<long[]>();
            for (var one : threads.invokeAll(calls)) {
                answers += one.get().answers();
                bad += one.get().bad();
                bytes += one.get().bytes();
                firstBad = firstBad.isEmpty() ? one.get().firstBad() : firstBad;
                micros.add(one.get().micros());
            }
            var all = micros.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(answers, bad, (System.nanoTime() - start) / 1e9, all, bytes, firstBad);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result client(long end, Function<RandomGenerator, HttpRequest> requests) throws IOException {
        var micros = new long[1 << 20];
        int count = 0;
        long bad = 0;
        long bytes = 0;
        var firstBad = "";
        while (System.nanoTime() < end && count < micros.length) {
            var request = requests.apply(ThreadLocalRandom.current());
            long before = System.nanoTime();
            try {
                var answer = http.send(request, BodyHandlers.ofByteArray());
                if (good(answer)) {
                    micros[count++] = (System.nanoTime() - before) / 1000;
                    bytes += answer.body().length;
                } else {
                    bad++;
                    firstBad = firstBad.isEmpty()
                            ? request.method() + " " + request.uri() + ": " + answer.statusCode() + " "
                                    + new String(answer.body(), StandardCharsets.UTF_8)
                            : firstBad;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return new Result(count, bad, 0, Arrays.copyOf(micros, count), bytes, firstBad);
    }

    /// A form that was taken leads on to a page that says so.
    private static boolean good(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2
                || answer.statusCode() / 100 == 3
                        && answer.headers()
                                .firstValue("Location")
                                .filter(it -> it.endsWith("#saved"))
                                .isPresent();
    }

    /// One answer's body.
    String body(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
