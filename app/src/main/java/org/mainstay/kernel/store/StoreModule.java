package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.secret.Secrets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// How the store is put together.
@Configuration(proxyBeanMethods = false)
class StoreModule {

    @Bean
    Installation installation(DSLContext db) {
        return new Installation(db);
    }

    @Bean
    References references(DSLContext db, RecordTypes types, ObjectProvider<Reader> reader) {
        return new StoredReferences(db, types, reader::getObject);
    }

    @Bean
    Mentioned mentioned(RecordTypes types, References references) {
        return new Mentioned(types, references);
    }

    @Bean
    FilterParser filterParser(RecordTypes types, Access access, References references) {
        return new FilterParser(types, access, references);
    }

    @Bean
    FilterSql filterSql(RecordTypes types, Access access, ObjectProvider<Picks> picks) {
        return new FilterSql(types, access, new LatePicks(picks::getObject));
    }

    @Bean
    FilterMatch filterMatch(RecordTypes types, ObjectProvider<Picks> picks, Lookups lookups) {
        var late = new LatePicks(picks::getObject);
        return new FilterMatch(
                types, late, (actor, type, id) -> lookups.apply(actor).get(type, id));
    }

    @Bean
    Conditions conditions(RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        return new Conditions(types, parser, match, clock);
    }

    @Bean
    Cursors cursors(Secrets secrets) {
        return new Cursors(() -> secrets.key("cursor"));
    }

    @Bean
    Reader reader(
            DSLContext db,
            RecordTypes types,
            Access access,
            FilterSql sql,
            Cursors cursors,
            Clock clock,
            FreeText freeText) {
        return new Reader(db, types, access, sql, cursors, clock, freeText);
    }

    @Bean
    Labels labels(DSLContext db, RecordTypes types, Access access, Reader reader) {
        return new Labels(db, types, access, reader);
    }

    @Bean
    AsOf asOf(
            DSLContext db,
            Access access,
            Reader reader,
            FilterSql sql,
            FilterMatch match,
            Cursors cursors,
            Transactions transactions,
            Clock clock) {
        return new AsOf(db, access, reader, sql, match, cursors, transactions, clock);
    }

    @Bean
    Lookups lookups(
            ObjectProvider<Reader> reader,
            ObjectProvider<FilterParser> parser,
            ObjectProvider<AsOf> asOf,
            RecordTypes types) {
        return new Lookups(reader::getObject, parser::getObject, asOf::getObject, types);
    }

    @Bean
    Saver saver(
            RecordTypes types,
            List<Rule> rules,
            List<PartWriter<?>> writers,
            ObjectProvider<Picks> picks,
            Lookups lookups,
            Installation installation,
            Clock clock,
            DSLContext db,
            Followers followers) {
        return new Saver(
                types,
                rules,
                writers,
                new LatePicks(picks::getObject),
                lookups.system(),
                installation,
                clock,
                db,
                followers);
    }

    @Bean
    Followers followers(List<Follower> followers, DSLContext db) {
        return new Followers(followers, db);
    }

    @Bean
    SqlRecordStore recordStore(
            RecordTypes types,
            Access access,
            Reader reader,
            Labels labels,
            AsOf asOf,
            Saver saver,
            Transactions transactions,
            ApplicationEventPublisher events) {
        return new SqlRecordStore(types, access, reader, labels, asOf, saver, transactions, events);
    }

    @Bean
    Acts acts(
            RecordTypes types,
            Access access,
            SqlRecordStore store,
            References references,
            Saver saver,
            Entries entries,
            Lookups lookups,
            Clock clock) {
        return new Acts(types, access, store, new InputReader(access, references), saver, entries, lookups, clock);
    }

    @Bean
    PartWriter<?> erasureWriter() {
        return new ErasureWriter();
    }

    @Bean
    Intake intake(
            RecordTypes types,
            Access access,
            SqlRecordStore store,
            Reader reader,
            References references,
            ExternalKeys keys,
            BulkDoor door,
            Clock clock,
            Transactions transactions) {
        return new Intake(types, access, store, reader, references, keys, door, clock, transactions);
    }

    @Bean
    Undo undo(
            RecordTypes types, Access access, SqlRecordStore store, Reader reader, Entries entries, ExternalKeys keys) {
        return new Undo(types, access, store, reader, entries, keys);
    }

    @Bean
    StatsReader statsReader(Access access) {
        return new StatsReader(access);
    }

    @Bean
    WordShares wordShares(DSLContext db) {
        return new WordShares(db);
    }

    @Bean
    FreeText freeText(DSLContext db, Clock clock, WordShares shares) {
        return new FreeText(db, clock, shares);
    }

    @Bean
    Stats stats(DSLContext db, RecordTypes types, Reader reader) {
        return new Stats(db, types, reader);
    }

    @Bean
    ExternalKeys externalKeys(DSLContext db) {
        return new ExternalKeys(db);
    }

    @Bean
    BulkDoor bulkDoor(RecordTypes types, Saver saver, Transactions transactions, DSLContext db, Followers followers) {
        return new BulkDoor(types, saver, transactions, db, followers);
    }

    @Bean
    Purge purge(
            RecordTypes types,
            List<PartWriter<?>> writers,
            Transactions transactions,
            DSLContext db,
            Clock clock,
            Environment settings) {
        var after = settings.getProperty("mainstay.purge-after", Duration.class, Duration.ofDays(30));
        return new Purge(types, writers, transactions, db, clock, after);
    }

    @Bean
    ShippedRecords shippedRecords(
            List<Shipped> shipped,
            SqlRecordStore store,
            Installation installation,
            Transactions transactions,
            DSLContext db) {
        return new ShippedRecords(shipped, store, installation, transactions, db);
    }

    /// Lookups by actor; made late, because rules and filters know each other.
    record Lookups(Supplier<Reader> reader, Supplier<FilterParser> parser, Supplier<AsOf> asOf, RecordTypes types)
            implements Function<Actor, ActorLookup> {

        private static final UUID NOWHERE = new UUID(0, 0);

        @Override
        public ActorLookup apply(Actor actor) {
            return new ActorLookup(actor, reader, parser, asOf, types);
        }

        ActorLookup system() {
            return apply(new Actor.Machine(Installation.SYSTEM, "system", NOWHERE));
        }
    }

    /// Picks come from records, which the store keeps: they are asked for when the first value is
    /// checked.
    record LatePicks(Supplier<Picks> picks) implements Picks {

        @Override
        public boolean has(String list, String code) {
            return picks.get().has(list, code);
        }

        @Override
        public List<Option> options(String list, Locale locale) {
            return picks.get().options(list, locale);
        }

        @Override
        public String label(String list, String code, Locale locale) {
            return picks.get().label(list, code, locale);
        }

        @Override
        public Set<String> within(String list, String code) {
            return picks.get().within(list, code);
        }
    }
}
