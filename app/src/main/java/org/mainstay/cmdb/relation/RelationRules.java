package org.mainstay.cmdb.relation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.definition.DefinitionCodes;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// What holds for relations and their types, whoever writes them.
final class RelationRules {

    private RelationRules() {}

    record OfTypes(ItemClasses classes) implements Rule {

        @Override
        public String type() {
            return "relation_type";
        }

        @Override
        public void apply(Draft draft) {
            DefinitionCodes.coded(draft, RelationTypes.CODE, RelationTypes.LABEL);
            DefinitionCodes.fixed(draft, RelationTypes.CODE, RelationTypes.CONTAINMENT);
            var pairs = draft.get(RelationTypes.PAIRS);
            if (pairs != null && draft.changes(RelationTypes.PAIRS)) {
                pairs.lines().filter(it -> !it.isBlank()).forEach(it -> known(draft, it));
            }
        }

        private void known(Draft draft, String line) {
            var pair = RelationType.Pair.parse(line);
            if (pair == null) {
                draft.refuse(RelationTypes.PAIRS, "cmdb.relation_type.not_a_pair", line.strip());
                return;
            }
            for (var code : List.of(pair.from(), pair.to())) {
                if (!code.equals(RelationType.Pair.ANY) && classes.find(code).isEmpty()) {
                    draft.refuse(RelationTypes.PAIRS, "cmdb.class.unknown", code);
                }
            }
        }
    }

    record OfRelations(KnownRelationTypes types, ClassPairs pairs) implements Rule {

        /// Nothing contains things deeper than so.
        private static final int DEEPEST = 50;

        @Override
        public String type() {
            return "relation";
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created() && draft.get(Relations.VALID_FROM) == null) {
                draft.set(Relations.VALID_FROM, draft.at());
            }
            validity(draft);
            redundancy(draft);
            boolean again = draft.changes(Relations.VALID_TO) && draft.get(Relations.VALID_TO) == null;
            if (draft.created() || again) {
                between(draft);
            }
        }

        /// Files are checked like people; what is taken back was right once.
        private void between(Draft draft) {
            var from = item(draft, Relations.FROM);
            var to = item(draft, Relations.TO);
            if (draft.created()) {
                from.ifPresent(it -> draft.set(Header.ORGANISATION, it.organisation()));
            }
            var type = Optional.ofNullable(draft.get(Relations.TYPE)).flatMap(types::find);
            boolean undone = draft.plan().cause().kind() == Cause.Sort.UNDO;
            if (!undone && type.isPresent() && from.isPresent() && to.isPresent()) {
                joins(draft, type.get(), from.get(), to.get());
            }
        }

        /// Saved, or made by the same plan before.
        private static Optional<Snapshot> item(Draft draft, Attribute<UUID> end) {
            var id = draft.get(end);
            if (id == null) {
                return Optional.empty();
            }
            var item = draft.lookup().get(ConfigurationItemType.CONFIGURATION_ITEM, id);
            if (item.isEmpty()) {
                draft.refuse(end, "kernel.save.no_such_record", id);
            }
            return item;
        }

        private static void validity(Draft draft) {
            var from = draft.get(Relations.VALID_FROM);
            var to = draft.get(Relations.VALID_TO);
            if (from != null && to != null && !to.isAfter(from)) {
                draft.refuse(Relations.VALID_TO, "cmdb.ends_before_it_starts");
            }
        }

        private static void redundancy(Draft draft) {
            if (draft.get(Relations.NEEDED) != null && draft.get(Relations.REDUNDANCY) == null) {
                draft.refuse(Relations.REDUNDANCY, "cmdb.relation.needed_of_what");
            } else if (draft.get(Relations.NEEDED) == null && draft.get(Relations.REDUNDANCY) != null) {
                draft.set(Relations.NEEDED, 1L);
            }
        }

        private void joins(Draft draft, RelationType type, Snapshot from, Snapshot to) {
            if (from.id().equals(to.id())) {
                draft.refuse(Relations.TO, "cmdb.relation.to_itself");
                return;
            }
            boolean ended = ends(draft, draft.at());
            alive(draft, Relations.FROM, from, ended);
            alive(draft, Relations.TO, to, ended);
            pair(draft, type, ConfigurationItem.of(from), ConfigurationItem.of(to));
            if (!ended) {
                atMost(draft, type.toAtMost(), Relations.FROM, from, type, "cmdb.relation.to_at_most");
                atMost(draft, type.fromAtMost(), Relations.TO, to, type, "cmdb.relation.from_at_most");
                if (type.containment() && contained(draft, type, from, to)) {
                    draft.refuse(Relations.TO, "cmdb.relation.contains_itself", to.label(), from.label());
                }
            }
        }

        private static boolean ends(Draft draft, Instant by) {
            var end = draft.get(Relations.VALID_TO);
            return end != null && !end.isAfter(by);
        }

        private static void alive(Draft draft, Attribute<UUID> end, Snapshot item, boolean ended) {
            if (!ended && item.need(ConfigurationItemType.STATUS) == Status.RETIRED) {
                draft.refuse(end, "cmdb.relation.retired", item.label());
            }
        }

        private void pair(Draft draft, RelationType type, ConfigurationItem from, ConfigurationItem to) {
            boolean allowed = pairs.listed(type, from.itemClass(), to.itemClass());
            if (!allowed) {
                draft.refuse(
                        Relations.TO,
                        "cmdb.relation.classes",
                        type.code(),
                        from.itemClass(),
                        to.itemClass(),
                        String.join(
                                ", ",
                                type.pairs().stream()
                                        .map(it -> it.from() + " > " + it.to())
                                        .toList()));
            } else if (type.failure() != RelationType.Failure.NONE) {
                operational(draft, Relations.FROM, from, type);
                operational(draft, Relations.TO, to, type);
            }
        }

        private void operational(Draft draft, Attribute<UUID> end, ConfigurationItem item, RelationType type) {
            if (pairs.plannedWith(item.itemClass())) {
                draft.refuse(end, "cmdb.relation.design_time", type.code(), item.itemClass());
            }
        }

        private static void atMost(
                Draft draft, @Nullable Long most, Attribute<UUID> end, Snapshot item, RelationType type, String key) {
            if (most == null) {
                return;
            }
            int limit = (int) Math.min(most, 1_000);
            if (now(draft, type, end, item.id(), limit).size() >= most) {
                draft.refuse(end, key, item.label(), most);
            }
        }

        /// Relations of the type that the item is the end of now.
        private static List<Snapshot> now(Draft draft, RelationType type, Attribute<UUID> end, UUID item, int limit) {
            var values =
                    new Values().set(end, item).set(Relations.TYPE, type.code()).set(Relations.VALID_TO, null);
            return draft.lookup().having(Relations.RELATION, values, limit);
        }

        /// Whether `to`, or something it is a part of by way of `from`, contains `from` already.
        private static boolean contained(Draft draft, RelationType type, Snapshot from, Snapshot to) {
            var seen = new HashSet<UUID>();
            var level = List.of(from.id());
            for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
                if (level.contains(to.id())) {
                    return true;
                }
                seen.addAll(level);
                level = level.stream()
                        .flatMap(it -> above(draft, type, it).stream())
                        .filter(it -> !seen.contains(it))
                        .distinct()
                        .toList();
            }
            return !level.isEmpty();
        }

        private static List<UUID> above(Draft draft, RelationType type, UUID part) {
            return now(draft, type, Relations.TO, part, 100).stream()
                    .map(it -> it.need(Relations.FROM))
                    .toList();
        }
    }
}
