package org.mainstay.kernel.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.kernel.filter.Tickets.good;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// The shape of the SQL where it decides which index serves.
class FilterSqlTests {

    private static final FilterSql SQL =
            new FilterSql(Tickets.TYPES, new Access(List.of(new CallersAndHeirs())), new Colours());

    private static String sql(Condition condition) {
        return DSL.using(SQLDialect.POSTGRES)
                .render(condition)
                .replace("\"", "")
                .replaceAll("\\s+", " ");
    }

    private static String sql(String filter) {
        return sql(SQL.condition(good(filter), Tickets.TICKET, "t", Tickets.context()));
    }

    @Test
    void choicesAreWrittenOutSoThatPartialIndexesApply() {
        assertThat(sql("state:new,closed")).isEqualTo("t.state in ('new', 'closed')");
        assertThat(sql("confidential:no")).isEqualTo("t.confidential in (false)");
        assertThat(sql("-state:new")).isEqualTo("not (t.state in ('new'))");
    }

    @Test
    void positiveConditionsStayPlain() {
        assertThat(sql("priority:1 priority<=2")).isEqualTo("((t.priority = ?) and (t.priority <= ?))");
        assertThat(sql("channel:phone,mail")).isEqualTo("(t.channel in (?, ?))");
        assertThat(sql("number:tic1")).isEqualTo("(t.number = ?)");
        assertThat(sql("group:any")).isEqualTo("not (t.group is null)");
        assertThat(sql("custom.floor2>3")).contains("(t.custom -> 'floor2')::numeric > ?");
    }

    @Test
    void whatMayBeEmptyIsMadeCertainUnderANegation() {
        assertThat(sql("-priority:1")).isEqualTo("(((t.priority = ?)) is not true)");
    }

    @Test
    void pathsLeadOnlyToWhatTheAskerSees() {
        assertThat(sql("parent.priority:1"))
                .contains("t_0.deleted_at is null")
                .contains("t_0.caller = ")
                .contains("t_0.priority = ?");
    }

    @Test
    void anAccessRuleMayLookAtItsOwnType() {
        assertThat(sql(SQL.visible(Tickets.TICKET, "t", Tickets.context())))
                .contains("t.caller = ")
                .contains("t_0.caller = ")
                .doesNotContain("t_0_0");
    }

    /// A ticket is seen by its caller and by the caller of its parent.
    private record CallersAndHeirs() implements AccessRule {

        @Override
        public String type() {
            return "ticket";
        }

        @Override
        public Filter visible(Actor actor) {
            return Filter.any(
                    Filter.is(Tickets.CALLER, new Operand.Me()),
                    new Filter.OneOf(new Path(List.of(Tickets.PARENT, Tickets.CALLER)), List.of(new Operand.Me())));
        }

        @Override
        public Decision create(Actor actor, UUID organisation) {
            return Decision.denied("kernel.access.rule");
        }

        @Override
        public Decision edit(Actor actor, Snapshot subject) {
            return Decision.denied("kernel.access.rule");
        }
    }
}
