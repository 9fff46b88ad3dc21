package org.mainstay.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// After each test class: folding the history of every record that changed since gives its row, its
/// versions are 1, 2, 3… and the registry and the searched text say the same.
public final class HistoryReplay implements AfterAllCallback {

    private static final Map<String, Instant> CHECKED = new ConcurrentHashMap<>();

    @Override
    public void afterAll(ExtensionContext extension) {
        var context = SpringExtension.getApplicationContext(extension);
        var db = context.getBean(DSLContext.class);
        var url = String.valueOf(context.getEnvironment().getProperty("spring.datasource.url"));
        var since = CHECKED.getOrDefault(url, Instant.EPOCH);
        CHECKED.put(
                url,
                db.fetchSingle(DSL.field("clock_timestamp()", SQLDataType.INSTANT))
                        .value1());
        check(db, context.getBean(RecordTypes.class), since);
    }

    /// @param since records written before are taken as checked
    public static int check(DSLContext db, RecordTypes types, Instant since) {
        int checked = 0;
        for (RecordType<?> type : types.all()) {
            var rows = new Rows(type, type.attributes(), true);
            var recordedAt = DSL.field(DSL.name(Rows.ALIAS, "recorded_at"), SQLDataType.INSTANT);
            var found = db.select(rows.fields())
                    .select(Rows.DELETED_AT)
                    .from(Rows.table(type))
                    .where(recordedAt.ge(since))
                    .fetch();
            for (var row : found) {
                check(db, type, rows.read(row), row.get(rows.fields().size()) != null);
                checked++;
            }
        }
        return checked + tombstones(db, types);
    }

    /// Of purged records nothing is left but who did something when; all others of the registry have a row.
    private static int tombstones(DSLContext db, RecordTypes types) {
        int checked = 0;
        for (RecordType<?> type : types.all()) {
            var table = DSL.name(type.schema(), type.table());
            var rowless = db.fetch(
                    "select id, number, label, purged_at is not null from kernel.record as r where type = {0}"
                            + " and not exists (select from {1} as t where t.id = r.id)",
                    DSL.val(type.code()), table);
            for (var row : rowless) {
                var name = type + " " + row.get(1);
                assertThat(row.get(3, Boolean.class)).as(name + " is purged").isTrue();
                assertThat(row.get(2, String.class)).as(name).isEmpty();
                var entries = new Entries(db).of(row.get(0, UUID.class));
                assertThat(entries.getLast().kind()).as(name).isEqualTo(Purge.KIND);
                assertThat(entries.getLast().version()).as(name).isEqualTo(entries.size());
                assertThat(entries)
                        .as(name)
                        .allSatisfy(it -> assertThat(it.changes()).isNull())
                        .allSatisfy(it -> assertThat(it.reasons()).isNull());
                checked++;
            }
            var emptied = "select r.number from kernel.record as r join {0} as t on t.id = r.id"
                    + " where r.purged_at is not null";
            assertThat(db.fetch(emptied, table)).isEmpty();
        }
        return checked;
    }

    private static void check(DSLContext db, RecordType<?> type, Snapshot row, boolean deleted) {
        var entries = new Entries(db).of(row.id());
        var name = type + " " + row;
        var versions = new ArrayList<Long>();
        for (long version = 1; version <= row.version(); version++) {
            versions.add(version);
        }
        assertThat(entries).as(name).extracting(it -> it.version()).containsExactlyElementsOf(versions);
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).recordedAt())
                    .as(name)
                    .isAfter(entries.get(i - 1).recordedAt());
        }
        var fold = Fold.of(type, row.id(), row.number(), entries, null);
        assertThat(fold == null).as(name + " is deleted").isEqualTo(deleted);
        if (fold == null) {
            return;
        }
        for (var attribute : type.attributes()) {
            if (attribute.recorded()) {
                assertThat(fold.get(attribute)).as(name + " " + attribute).isEqualTo(row.get(attribute));
            }
        }
        assertThat(fold.get(Header.UPDATED_BY)).as(name).isEqualTo(row.get(Header.UPDATED_BY));
        var label = db.fetchSingle("select label from kernel.record where id = {0}", DSL.val(row.id()))
                .get(0, String.class);
        assertThat(label).as(name).isEqualTo(row.label());
        if (!Changes.searched(type).isEmpty()) {
            var texts = new ArrayList<@Nullable String>();
            Changes.searched(type).forEach(it -> texts.add((String) row.get(it)));
            var folded = db.fetchOne("select folded from kernel.search_text where record = {0}", DSL.val(row.id()));
            assertThat(Objects.requireNonNull(folded, name).get(0, String.class))
                    .as(name)
                    .isEqualTo(Changes.folded(texts));
        }
    }
}
