package org.mainstay.kernel.process;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/// Flowable, which keeps the tokens of running flows in the transaction of the caller. It has no threads, timers and
/// history of its own: what a flow waits for stands in our tables. Whoever moves the tokens of a run holds the run.
public final class ProcessTokens implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTokens.class);

    private static final long STARTING = 202_611_292_001L;

    private final DataSource source;
    private final PlatformTransactionManager manager;
    private volatile @Nullable ProcessEngine engine;

    ProcessTokens(DataSource source, PlatformTransactionManager manager) {
        this.source = source;
        this.manager = manager;
    }

    /// Where a token rests.
    public record Token(String execution, String element) {}

    /// Takes some seconds the first time, and nothing from then on.
    public synchronized void start() {
        if (engine != null) {
            return;
        }
        long begun = System.nanoTime();
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setTransactionManager(manager);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseTablePrefix(EngineTables.SCHEMA + ".");
        configuration.setTablePrefixIsSchema(true);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setAsyncExecutorActivate(false);
        configuration.setEnableProcessDefinitionInfoCache(false);
        configuration.setBeans(Map.of());
        engine = alone(configuration::buildProcessEngine);
        LOG.info(
                "The process engine started in {} ms",
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /// One node after the other: a new engine writes down what it is.
    private <T> T alone(Supplier<T> work) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + STARTING + ")");
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock(" + STARTING + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the process engine could not start", e);
        }
    }

    private ProcessEngine engine() {
        var started = engine;
        if (started == null) {
            throw new IllegalStateException("the process engine has not started yet");
        }
        return started;
    }

    /// Lets a token go from the start to where it rests first.
    ///
    /// @param key of the process; the engine learns of it with its first run
    /// @param model of that key
    /// @param run what the process belongs to
    /// @param ways the yes or no that each condition asks for
    /// @return the engine's id of the process
    public String begin(String key, Supplier<BpmnModel> model, UUID run, Map<String, Object> ways) {
        var repository = engine().getRepositoryService();
        if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            repository
                    .createDeployment()
                    .name(key)
                    .addBpmnModel(key + ".bpmn", model.get())
                    .deploy();
        }
        return engine().getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionKey(key)
                .businessKey(run.toString())
                .transientVariables(ways)
                .start()
                .getId();
    }

    /// Lets a token go on to where it rests next.
    public void goOn(String execution, Map<String, Object> ways) {
        engine().getRuntimeService().trigger(execution, Map.of(), ways);
    }

    /// Where tokens rest; empty where the process has come to its end.
    public List<Token> tokens(String process) {
        return engine().getRuntimeService().createExecutionQuery().processInstanceId(process).list().stream()
                .filter(it -> it.getActivityId() != null)
                .map(it -> new Token(it.getId(), it.getActivityId()))
                .toList();
    }

    public boolean ended(String process) {
        return engine().getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count()
                == 0;
    }

    public void cancel(String process) {
        if (!ended(process)) {
            engine().getRuntimeService().deleteProcessInstance(process, "cancelled");
        }
    }

    @Override
    public void close() {
        var started = engine;
        if (started != null) {
            started.close();
        }
    }
}
