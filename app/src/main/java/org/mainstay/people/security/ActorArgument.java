package org.mainstay.people.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.people.Csrf;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Controllers take who asks as an argument, an `Actor`, and what their forms send along as a `Csrf`.
final class ActorArgument implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES = Set.of(Actor.class, Actor.Person.class, SignedIn.class, Csrf.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        var signedIn = signedIn();
        if (parameter.getParameterType() == Csrf.class) {
            return signedIn == null ? Csrf.NONE : signedIn.csrf();
        }
        if (signedIn == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return parameter.getParameterType() == SignedIn.class ? signedIn : signedIn.actor();
    }

    /// Null where nobody is signed in.
    static @Nullable SignedIn signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken it
                ? it.getPrincipal()
                : null;
    }
}
