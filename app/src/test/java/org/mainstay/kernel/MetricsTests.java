package org.mainstay.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What those who watch over an installation see of it.
@MainstayTest
class MetricsTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private Client client;

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
    }

    private String metrics(String who) {
        return client.get("/actuator/prometheus", "Authorization", Client.basic(who, Cast.PASSWORD))
                .body();
    }

    @Test
    void requestsAreCountedByTheirRouteAndNeverByWhatTheyName() {
        var one = new Api(port, "sam")
                .post("/incidents", "{\"title\":\"Counted\"}")
                .is(201)
                .json();
        new Api(port, "sam")
                .get("/incidents/" + one.get("number").stringValue())
                .is(200);
        client.get("/set-up/a-secret-that-is-none-but-long-enough-to-be-one");
        assertThat(metrics("ada"))
                .contains("http_server_requests_seconds_count", "uri=\"/api/v1/{collection}/{key}\"")
                .doesNotContain(one.get("number").stringValue(), "a-secret-that-is-none", "spring_security");
    }

    @Test
    void poolFeedAndJobsAreSeen() {
        assertThat(metrics("ada"))
                .contains(
                        "hikaricp_connections_active{",
                        "mainstay_feed_lag_rows{consumer=\"grant_audit\"}",
                        "mainstay_feed_lag_age_seconds{consumer=\"grant_audit\"}",
                        "mainstay_jobs{state=\"queued\"}",
                        "mainstay_jobs{state=\"failed\"}");
    }

    @Test
    void everyAnswerHasARequestIdAndKeepsASaneOne() {
        var sam = new Api(port, "sam");
        assertThat(sam.get("/incidents?limit=1").header("X-Request-Id")).isNotEmpty();
        assertThat(sam.get("/incidents?limit=1", "X-Request-Id", "from-the-gateway")
                        .header("X-Request-Id"))
                .isEqualTo("from-the-gateway");
        assertThat(sam.get("/nothing", "X-Request-Id", "not sane <script>")
                        .problem(404)
                        .header("X-Request-Id"))
                .isNotEmpty()
                .doesNotContain("<");
    }
}
