package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// What tells a value that flaps from one that changes.
class CourseTests {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static Course course(Duration apart, String... values) {
        var course = Course.NONE;
        for (int i = 1; i < values.length; i++) {
            course = course.moved(
                    START.plus(apart.multipliedBy(i)),
                    JsonNodeFactory.instance.stringNode(values[i - 1]),
                    JsonNodeFactory.instance.stringNode(values[i]));
        }
        return course;
    }

    @Test
    void versionsGoOnAndOnAndDoNotFlap() {
        assertThat(course(Duration.ofHours(1), "1", "2", "3", "4", "5", "6", "7", "8")
                        .flaps())
                .isFalse();
    }

    @Test
    void whatComesBackThreeTimesFlaps() {
        var hour = Duration.ofHours(1);
        assertThat(course(hour, "a", "b", "a").returns()).isEqualTo(1);
        assertThat(course(hour, "a", "b", "a", "b").flaps()).isFalse();
        assertThat(course(hour, "a", "b", "a", "b", "a").flaps()).isTrue();
        assertThat(course(hour, "a", "b", "c", "a", "b", "c").flaps()).isTrue();
    }

    @Test
    void whatComesBackOnceAWeekDoesNotFlap() {
        assertThat(course(Duration.ofDays(6), "a", "b", "a", "b", "a", "b", "a").flaps())
                .isFalse();
    }

    @Test
    void aCourseIsKeptAsATextAndStaysShort() {
        var values = new String[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? "x".repeat(10_000) : "";
        }
        var course = course(Duration.ofMinutes(1), values);

        assertThat(course.moves()).hasSize(20);
        assertThat(course.text()).hasSizeLessThan(2_000);
        assertThat(Course.of(course.text())).isEqualTo(course);
        assertThat(Course.of("")).isEqualTo(Course.NONE);
    }
}
