package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mainstay.kernel.store.BadQuery;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// A query parameter that a route does not know, or that comes twice, is a mistake and nothing to ignore:
/// a misspelt filter would show everything.
final class KnownParameters implements HandlerInterceptor {

    private static final int LONGEST = 40;

    private final Map<HandlerMethod, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && !query.isEmpty() && handler instanceof HandlerMethod method) {
            known.computeIfAbsent(method, it -> of(it)).ifPresent(it -> check(query, it));
        }
        return true;
    }

    private static void check(String query, Set<String> known) {
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) -> {
            var shown = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
            if (!known.contains(name)) {
                throw new BadQuery(shown, "rest.unknown_parameter", String.join(", ", known));
            }
            if (values.size() > 1) {
                throw new BadQuery(shown, "rest.named_twice", shown);
            }
        });
    }

    /// The names of a route's query parameters; empty where it does not say them.
    static Optional<Set<String>> of(HandlerMethod method) {
        var names = new LinkedHashSet<String>();
        var declared = method.getMethodAnnotation(Parameters.class);
        if (declared != null) {
            names.addAll(List.of(declared.value()));
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
                if (declared == null) {
                    return Optional.empty();
                }
            } else if (asked != null && !MultipartFile.class.isAssignableFrom(parameter.getParameterType())) {
                names.add(
                        asked.name().isEmpty()
                                ? String.valueOf(parameter.getParameter().getName())
                                : asked.name());
            }
        }
        return Optional.of(names);
    }
}
