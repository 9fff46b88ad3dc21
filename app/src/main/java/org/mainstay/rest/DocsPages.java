package org.mainstay.rest;

import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Assets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// `/api/docs`: the description of the API for people, from the same document that programs read. It shows
/// shapes and no data; like every page it needs somebody signed in.
@Controller
class DocsPages {

    private final OpenApi openApi;
    private final Messages messages;
    private final Assets assets;

    DocsPages(OpenApi openApi, Messages messages, Assets assets) {
        this.openApi = openApi;
        this.messages = messages;
        this.assets = assets;
    }

    /// @param of the part to show; the introduction without one
    @GetMapping("/api/docs")
    ModelAndView docs(@RequestParam(defaultValue = "") String of, Actor actor, Locale reader) {
        var docs = Docs.of(openApi.document(), of);
        if (docs == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("rest/docs")
                .addObject("docs", docs)
                .addObject("say", new Docs.Say(messages, assets, reader));
    }
}
