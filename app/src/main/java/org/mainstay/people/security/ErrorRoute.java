package org.mainstay.people.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is left when a request fails outside every controller: a problem for programs, a page for people,
/// and nothing of the inside for either.
@Controller
class ErrorRoute implements ErrorController {

    private final Refusals refusals;
    private final Sheets sheets;

    ErrorRoute(Refusals refusals, Sheets sheets) {
        this.refusals = refusals;
        this.sheets = sheets;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response, Locale reader) throws IOException {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var key = "people.error." + (status.is5xxServerError() ? 500 : status.value());
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && Refusals.program(path)) {
            var name = status.is5xxServerError() ? "unexpected" : "malformed";
            refusals.problem(
                    request,
                    response,
                    status,
                    name,
                    sheets.messages().find(key, reader) == null ? "people.error.400" : key);
            return null;
        }
        response.setStatus(status.value());
        var page = new ModelAndView("people/error");
        page.addObject("sheet", sheets.anybody(request, reader));
        page.addObject("status", status.value());
        page.addObject("text", sheets.messages().find(key, reader) == null ? "people.error.400" : key);
        return page;
    }

    private static HttpStatus status(@Nullable Object code) {
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null || !known.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
