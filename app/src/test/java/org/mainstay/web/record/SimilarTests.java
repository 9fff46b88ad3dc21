package org.mainstay.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.GroupType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class SimilarTests {

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Similar similar;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private void incidents(Actor.Person by, String... titles) {
        var plan = Plan.of(Cause.CREATED);
        for (var title : titles) {
            plan.create(IncidentType.INCIDENT).values().set(IncidentType.TITLE, title);
        }
        assertInstanceOf(Saved.Done.class, store.save(by, plan));
    }

    private List<String> titles(Actor actor, String text) {
        return similar.of(actor, IncidentType.INCIDENT, text, 5).stream()
                .map(it -> it.label())
                .toList();
    }

    @Test
    void whatSharesMostWordsComesFirst() {
        incidents(cast.sam(), "Zentrifuge vibrates", "Zentrifuge vibrates and smokes", "Zentrifuge is new");

        assertThat(titles(cast.sam(), "The ZENTRIFUGE smokes, and it vibrates!"))
                .startsWith("Zentrifuge vibrates and smokes", "Zentrifuge vibrates")
                .contains("Zentrifuge is new");
    }

    @Test
    void aWordThatNobodyElseHasHidesNothing() {
        incidents(cast.sam(), "Gabelstapler blockiert Ausfahrt");

        assertThat(titles(cast.sam(), "Gabelstapler Qwrtzpflmk blockiert")).contains("Gabelstapler blockiert Ausfahrt");
    }

    @Test
    void nobodyIsShownWhatTheyDoNotSee() {
        incidents(cast.sam(), "Xylophon verstimmt");

        assertThat(titles(cast.max(), "Xylophon verstimmt")).isEmpty();
        assertThat(titles(cast.olga(), "Xylophon verstimmt")).isEmpty();
        assertThat(titles(cast.sam(), "Xylophon verstimmt")).isNotEmpty();
    }

    @Test
    void whatSaysNothingFindsNothing() {
        for (var text : List.of("", "   ", "a b c", "!!!", "%%%% ____", "\\\\", "x".repeat(500), "ß".repeat(100_000))) {
            assertThat(titles(cast.sam(), text)).isEmpty();
        }
        assertThat(similar.of(cast.sam(), GroupType.GROUP, "Service Desk", 5)).isNotNull();
    }
}
