package org.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.MainstayTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainstayTest
class MainstayTests {

    @LocalServerPort
    int port;

    @Test
    void answersByHttp() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void aCommandHearsItsWordsAndSpringItsSettings() {
        assertThat(Mainstay.words("--mainstay.data=/tmp/x", "import", "a.b.csv", "--profile", "log", "--dry-run"))
                .containsExactly("import", "a.b.csv", "--profile", "log", "--dry-run");
        assertThat(Mainstay.words("--server.port=9090", "--spring.main.lazy-initialization"))
                .isEmpty();
    }
}
