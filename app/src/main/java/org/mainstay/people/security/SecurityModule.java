package org.mainstay.people.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.people.Assets;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.Permissions;
import org.mainstay.people.Surround;
import org.mainstay.people.signin.BasicProofs;
import org.mainstay.people.signin.Sessions;
import org.mainstay.people.signin.Tokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// Two chains: one for programs (`/api`, `/actuator`), one for pages. Whatever is not public needs
/// somebody signed in; what they may see and do is decided where records are read and written.
@Configuration(proxyBeanMethods = false)
class SecurityModule implements WebMvcConfigurer {

    private static final AuthorizationManager<RequestAuthorizationContext> SIGNED_IN =
            (authentication, _) -> new AuthorizationDecision(authentication.get() instanceof SignedInToken);

    private static final AuthorizationManager<RequestAuthorizationContext> OBSERVES =
            (authentication, _) -> new AuthorizationDecision(authentication.get() instanceof SignedInToken it
                    && it.getPrincipal().actor().grants().everywhere(Permissions.OPERATIONS_OBSERVE));

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Refusals refusals, SignedInFilter filter) throws Exception {
        http.securityMatcher("/api/**", "/actuator/**");
        return slim(http, refusals, filter)
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(Routes.HEALTH)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(OBSERVES)
                        .anyRequest()
                        .access(SIGNED_IN))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Refusals refusals, SignedInFilter filter) throws Exception {
        return slim(http, refusals, filter)
                .authorizeHttpRequests(routes -> {
                    routes.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    Routes.PUBLIC.forEach(
                            (method, paths) -> routes.requestMatchers(method, paths.toArray(String[]::new))
                                    .permitAll());
                    routes.anyRequest().access(SIGNED_IN);
                })
                .build();
    }

    /// Only what is needed: the context for later dispatches, our proof, the translation of refusals, the
    /// decision.
    private HttpSecurity slim(HttpSecurity http, Refusals refusals, SignedInFilter filter) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .securityContext(it -> it.securityContextRepository(contexts))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(filter, AuthorizationFilter.class);
    }

    /// A request is observed as a whole; observing each filter of its chain costs more than the chain.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    OwnAbsences ownAbsences(RecordStore store, Acts acts, Clock clock) {
        return new OwnAbsences(store, acts, clock);
    }

    @Bean
    Refusals refusals(Messages messages) {
        return new Refusals(messages);
    }

    /// Addresses that no route may be asked with: encoded slashes, semicolons and the like.
    @Bean
    RequestRejectedHandler requestRejectedHandler(Refusals refusals) {
        return (request, response, _) ->
                refusals.refuse(request, response, HttpStatus.BAD_REQUEST, "malformed", "people.error.400");
    }

    @Bean
    Proving proving(Sessions sessions, Tokens tokens, BasicProofs basics, Actors actors, Secrets secrets) {
        return new Proving(sessions, tokens, basics, actors, secrets);
    }

    @Bean
    SignedInFilter signedInFilter(Proving proving, Refusals refusals, Environment settings) {
        var rates = new Rates(
                settings.getProperty("mainstay.rate.per-second", Integer.class, 200),
                settings.getProperty("mainstay.rate.burst", Integer.class, 1_000));
        return new SignedInFilter(proving, rates, refusals, contexts);
    }

    /// It runs inside the chains and nowhere else.
    @Bean
    FilterRegistrationBean<SignedInFilter> signedInFilterOnlyInChains(SignedInFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter() {
        var registration = new FilterRegistrationBean<>(new HeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersValve() {
        return factory -> factory.addEngineValves(new HeadersValve());
    }

    /// Only under the names that are ours: a demo tells its password to whoever reaches its sign-in page, so
    /// a name that somebody else points at this machine must not lead there.
    @Bean
    HttpFirewall httpFirewall(Environment settings) {
        boolean demo = settings.getProperty("mainstay.demo", Boolean.class, false);
        var named = settings.getProperty("mainstay.hosts", Set.class, demo ? LOOPBACK : Set.of());
        var firewall = new StrictHttpFirewall();
        if (!named.isEmpty()) {
            firewall.setAllowedHostnames(named::contains);
        }
        return firewall;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrors.class.getName());
            }
        });
    }

    @Bean
    Sheets sheets(Messages messages, Assets assets, ObjectProvider<Surround> surround) {
        return new Sheets(messages, assets, surround);
    }

    @Bean
    DemoCast demoCast(DemoPassword password, RecordStore store, Actors actors) {
        return new DemoCast(password, store, actors);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLocale();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    /// Assets carry their hash in their name, so they are never asked for twice.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Routes.ASSETS)
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
