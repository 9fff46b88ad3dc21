package org.mainstay.people.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Carries who is signed in through the security filters.
final class SignedInToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    SignedInToken(SignedIn signedIn) {
        super(List.of());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public String getName() {
        return signedIn.actor().id().toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInToken it && signedIn.equals(it.signedIn);
    }

    @Override
    public int hashCode() {
        return signedIn.hashCode();
    }
}
