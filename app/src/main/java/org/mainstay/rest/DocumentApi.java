package org.mainstay.rest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The description of the API itself.
@RestController
class DocumentApi {

    private final OpenApi openApi;

    DocumentApi(OpenApi openApi) {
        this.openApi = openApi;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Rendering.json(json -> json.writeTree(openApi.document())));
    }
}
