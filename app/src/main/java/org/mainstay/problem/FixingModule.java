package org.mainstay.problem;

import org.mainstay.change.ChangeType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans of problems and the changes that fix them.
@Configuration(proxyBeanMethods = false)
class FixingModule {

    @Bean
    Fixing fixing(RecordStore store, Links links) {
        return new Fixing(store, links);
    }

    @Bean
    Panel changesOfProblems() {
        return new Panel(11, "problem", "problem.changes", "changes", ChangeType.WORK, true);
    }

    @Bean
    Panel problemsOfChanges() {
        return new Panel(16, ChangeType.CHANGE.code(), "problem.of_change", "problems", ProblemType.WORK, true);
    }
}
