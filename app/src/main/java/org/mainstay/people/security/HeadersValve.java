package org.mainstay.people.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// The same headers on answers that the server gives by itself, before any filter has seen the request: to
/// addresses that cannot be read, for example.
final class HeadersValve extends ValveBase {

    HeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        HeadersFilter.set(request, response);
        getNext().invoke(request, response);
    }
}
