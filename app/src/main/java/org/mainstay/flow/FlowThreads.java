package org.mainstay.flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mainstay.kernel.process.ProcessTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// The threads that move runs and make calls: from when the first requests can be answered until the node stops. They
/// are woken by what is saved here, and look every second for what was saved elsewhere or has become due.
public final class FlowThreads implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FlowThreads.class);
    private static final int CALLERS = 4;

    private final ProcessTokens engine;
    private final Pump pump;
    private final Calls calls;
    private final Semaphore moving = new Semaphore(0);
    private final Semaphore calling = new Semaphore(0);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("flow-", 0).factory());

    FlowThreads(ProcessTokens engine, Pump pump, Calls calls) {
        this.engine = engine;
        this.pump = pump;
        this.calls = calls;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        start();
    }

    void start() {
        threads.execute(() -> {
            for (int i = 0; i < CALLERS; i++) {
                threads.execute(() -> loop(calling, this::call));
            }
            loop(moving, this::move);
        });
    }

    private boolean move() {
        boolean more = pump.round();
        calling.release();
        return more;
    }

    private boolean call() {
        boolean made = calls.one();
        if (made) {
            wake();
        }
        return made;
    }

    /// Has what was saved looked at now.
    public void wake() {
        if (moving.availablePermits() == 0) {
            moving.release();
        }
    }

    private static void loop(Semaphore woken, BooleanSupplier round) {
        while (!Thread.currentThread().isInterrupted()) {
            boolean more = false;
            try {
                more = round.getAsBoolean();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Flows could not be moved; it is tried again in a moment", e);
            }
            try {
                if (!more && woken.tryAcquire(1, TimeUnit.SECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("Flows were still moving when the node stopped");
        }
        engine.close();
    }
}
