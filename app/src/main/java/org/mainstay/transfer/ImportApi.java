package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// `POST /api/v1/{collection}/import`: a file becomes a job. Parameters may stand in the address or in
/// the form.
@RestController
class ImportApi {

    private final Imports imports;
    private final Jobs jobs;
    private final Problems problems;
    private final JobAnswer answer;
    private final Messages messages;

    ImportApi(Imports imports, Jobs jobs, Problems problems, JobAnswer answer, Messages messages) {
        this.imports = imports;
        this.jobs = jobs;
        this.problems = problems;
        this.answer = answer;
        this.messages = messages;
    }

    @PostMapping(path = "/api/v1/{collection}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> upload(
            @PathVariable String collection,
            @RequestParam Map<String, String> parameters,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var denied = imports.denied(actor);
        if (denied != null) {
            return problems.denied(denied, reader);
        }
        try (var content = file.getInputStream()) {
            var blob = imports.store(content);
            var name = String.valueOf(file.getOriginalFilename());
            return switch (imports.order(actor, collection, new HashMap<>(parameters), blob, name, false)) {
                case Imports.Answer.Denied(var reason) -> problems.denied(reason, reader);
                case Imports.Answer.Missing _ -> problems.missing(reader);
                case Imports.Answer.Refused(var wrong) -> refused(wrong, reader);
                case Imports.Answer.Ready(var order) -> {
                    var id = jobs.submit(ImportJob.KIND, actor.id(), order.payload(), blob);
                    yield ResponseEntity.status(HttpStatus.ACCEPTED)
                            .location(URI.create("/api/v1/jobs/" + id))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(answer.whole(jobs.find(id).orElseThrow(), actor, reader));
                }
            };
        }
    }

    private ResponseEntity<byte[]> refused(List<Wrong> wrong, Locale reader) {
        var errors = wrong.stream()
                .map(it -> new Problems.Error(
                        it.parameter().equals("file") ? "/file" : "?" + it.parameter(),
                        messages.say(it.reason(), reader),
                        Map.of()))
                .toList();
        return problems.answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-" + wrong.getFirst().parameter(),
                errors.getFirst().detail(),
                errors);
    }
}
