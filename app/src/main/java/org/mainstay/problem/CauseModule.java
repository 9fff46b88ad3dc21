package org.mainstay.problem;

import java.time.Clock;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The beans of causes and their evidence.
@Configuration(proxyBeanMethods = false)
@Import(EvidenceQueries.class)
class CauseModule {

    @Bean
    RecordType<?> causeType() {
        return CauseType.CAUSE;
    }

    @Bean
    AccessRule causeAccess(ObjectProvider<RecordStore> store) {
        return new CauseAccess(store::getObject);
    }

    @Bean
    Rule causeRules() {
        return new CauseRules();
    }

    @Bean
    Exhibits exhibits(
            EvidenceQueries queries,
            ObjectProvider<RecordStore> store,
            ObjectProvider<RecordTypes> types,
            ObjectProvider<Conversations> conversations,
            ObjectProvider<Timelines> timelines) {
        return new Exhibits(
                queries, store::getObject, types::getObject, conversations::getObject, timelines::getObject);
    }

    @Bean
    EvidenceBody evidenceBody(Mentioned mentioned) {
        return new EvidenceBody(mentioned);
    }

    @Bean
    PartWriter<AddEvidence> evidenceWriter(Exhibits exhibits, EvidenceQueries queries, Access access) {
        return new EvidenceWriter(exhibits, queries, access);
    }

    @Bean
    PartWriter<WithdrawEvidence> withdrawWriter(Access access) {
        return new WithdrawWriter(access);
    }

    @Bean
    Board causeBoard(RecordStore store, Exhibits exhibits) {
        return new Board(store, exhibits);
    }

    @Bean
    CauseForms causeForms(Acts acts, Board board, EvidenceBody evidence, EvidenceQueries queries) {
        return new CauseForms(acts, board, evidence, queries);
    }

    @Bean
    CauseViews causeViews(
            RecordStore store, RecordTypes types, Caused caused, Conversations conversations, Links links, Show show) {
        return new CauseViews(
                show,
                new ExhibitText(types, show),
                new CauseEditors(new EvidenceOffers(store, caused, conversations, links)));
    }

    @Bean
    CauseDocuments causeDocuments(Caused caused, CauseViews views, Show show, Clock clock) {
        return new CauseDocuments(caused, views, show, clock);
    }

    @Bean
    Panel causesOfProblems() {
        return new Panel(5, "problem", "cause.board", "cause-summary", ProblemType.WORK, true);
    }

    @Bean
    Panel boardOfCauses() {
        return new Panel(5, "cause", "cause.board", "board", ProblemType.WORK, false, true, "");
    }
}
