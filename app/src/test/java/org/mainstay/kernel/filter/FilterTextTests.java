package org.mainstay.kernel.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.kernel.filter.Tickets.good;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.kernel.filter.Filter.Operand;

class FilterTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id:any",
                "-id:any",
                "id:none",
                "state:new,in_progress priority<=2 -group:empty opened_at>-7d jam",
                "jam or -(jam paper) or -\"or\"",
                "(state:new or priority:1) (major:none or major:empty)",
                "-(-state:new)",
                "--group:any ---(jam paper)",
                "title:\"none\",\"a,b\",\"say \\\"hi\\\" \\\\\",plain",
                "title~\"50%\" description~\"two words\"",
                "title>m title<\"z z\"",
                "opened:today opened:2026-11-01,yesterday",
                "opened<today-5d or opened>=now opened<-90s opened<+36h",
                "needed_on:today,2026-12-24 needed_on<-3d",
                "takes>90min takes<=PT2H3S",
                "cost>100EUR cost:-3.50usd",
                "confidential:no custom.floor2:-3..8",
                "channel:e_mail,\"Phone\",\"empty\"",
                "group:mygroups watchers:me caller.department:any",
                "external_source:incident-log external_key:\"A 1\",none",
                "priority:any number:tic1"
            })
    void theTextOfAParsedFilterParsesToIt(String text) {
        var filter = good(text);
        assertThat(good(FilterText.of(filter))).as(FilterText.of(filter)).isEqualTo(filter);
    }

    @Test
    void theTextIsWhatAPersonWouldWrite() {
        assertThat(FilterText.of(good("NOT state=new  (priority<=2 or \"jam\") opened>-1w")))
                .isEqualTo("-state:new (priority<=2 or jam) opened_at>-7d");
    }

    @Test
    void whatCodePutTogetherComesBackWithItsMeaning() {
        assertThat(FilterText.of(Filter.all(Filter.all(Filter.EVERYTHING), Filter.NOTHING)))
                .isEqualTo("id:none");
        assertThat(FilterText.of(Filter.is(Tickets.OPENED_AT, new Operand.FromNow(-60))))
                .isEqualTo("opened_at>=-1min opened_at<=-1min");
        assertThat(FilterText.of(new Filter.Not(new Filter.Words(List.of())))).isEqualTo("-id:any");
    }
}
