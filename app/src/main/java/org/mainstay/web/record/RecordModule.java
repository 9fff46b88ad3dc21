package org.mainstay.web.record;

import java.util.List;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.WordShares;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Explanation;
import org.mainstay.web.Forms;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.mainstay.web.ValueNotes;
import org.mainstay.web.layout.Layouts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordModule {

    @Bean
    Similar similar(RecordStore store, RecordTypes types, WordShares shares) {
        return new Similar(store, types, shares);
    }

    @Bean
    Fields fields(Access access, Layouts layouts, Show show, List<ValueNotes> notes) {
        return new Fields(access, layouts, show, notes);
    }

    @Bean
    Edits edits(RecordStore store, Acts acts, Access access, Layouts layouts, Forms forms, Show show) {
        return new Edits(store, acts, access, layouts, forms, show);
    }

    @Bean
    Effects effects(RecordTypes types, RecordStore store, Show show) {
        return new Effects(types, store, show);
    }

    @Bean
    RecordViews recordViews(
            RecordStore store,
            Access access,
            Acts acts,
            Timelines timelines,
            Mentions mentions,
            Messages messages,
            Fields fields,
            TimelineViews entries,
            List<Panel> panels) {
        return new RecordViews(store, access, acts, timelines, mentions, messages, fields, entries, panels);
    }

    @Bean
    TimelineViews timelineViews(Messages messages, Show show) {
        return new TimelineViews(messages, show);
    }

    @Bean
    PanelViews panelViews(
            RecordStore store,
            Access access,
            Conversations conversations,
            Explanation explanation,
            List<Panel> panels,
            Show show) {
        return new PanelViews(store, access, conversations, explanation, panels, show);
    }
}
