package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.time.Duration;
import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;

/// Says what those think of it who got it or asked for it, and nobody in their place. There is one rating of an item;
/// who thinks better of it changes theirs for a while, and history keeps both.
record Rate() implements Action<RequestItem> {

    private static final Duration CHANGEABLE = Duration.ofDays(14);

    private static final Attribute<Long> STARS = Attribute.column("rating", new Kind.Whole(1, 5), REQUIRED);
    private static final Attribute<String> WORDS = Attribute.column("rating_text", new Kind.Text(400));

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(STARS, WORDS);
    }

    @Override
    public List<String> changes() {
        return List.of("rated_at");
    }

    @Override
    public Decision permits(RequestItem item, Acting acting) {
        if (!item.concerns(acting.actor())) {
            return Decision.denied("request.permits.yours_only");
        }
        if (!item.delivered()) {
            return Decision.denied("request.permits.not_delivered");
        }
        return item.ratedAt() == null || !acting.now().isAfter(item.ratedAt().plus(CHANGEABLE))
                ? Decision.allowed("request.permits.concerned")
                : Decision.denied("request.permits.rated_long_ago", CHANGEABLE.toDays());
    }

    @Override
    public Plan apply(RequestItem item, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(RequestItemType.RATING, acting.answer(STARS))
                .set(RequestItemType.RATING_TEXT, acting.answer(WORDS));
        if (item.ratedAt() == null) {
            edit.set(RequestItemType.RATED_AT, acting.now());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 70;
    }
}
