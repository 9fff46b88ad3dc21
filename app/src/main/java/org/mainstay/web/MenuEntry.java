package org.mainstay.web;

import java.util.function.Predicate;
import org.mainstay.kernel.record.Actor;

/// A place in the navigation, contributed as a bean by the module behind it.
///
/// @param rank lower ones come first; below 20 what most people need, then a practice each, from 50 what work is
///     done for and by, from 90 on what administrators keep
/// @param label bundle key
/// @param href where it leads
/// @param icon name in the sprite
/// @param permission who sees it; empty for everybody
/// @param create bundle key of the button that makes a new one from everywhere; empty for none
/// @param letter the key that leads there after `g`; empty for none
/// @param audience who sees it beside those with the permission
public record MenuEntry(
        int rank,
        String label,
        String href,
        String icon,
        String permission,
        String create,
        String letter,
        Predicate<Actor> audience) {

    public MenuEntry(int rank, String label, String href, String icon, String permission) {
        this(rank, label, href, icon, permission, "", "", _ -> permission.isEmpty());
    }

    public MenuEntry creating(String what) {
        return new MenuEntry(rank, label, href, icon, permission, what, letter, audience);
    }

    public MenuEntry on(String key) {
        return new MenuEntry(rank, label, href, icon, permission, create, key, audience);
    }

    /// The same for further people.
    public MenuEntry also(Predicate<Actor> further) {
        return new MenuEntry(rank, label, href, icon, permission, create, letter, audience.or(further));
    }

    /// Where it leads, without what is asked there.
    String place() {
        int question = href.indexOf('?');
        return question < 0 ? href : href.substring(0, question);
    }

    boolean shown(Actor actor) {
        return audience.test(actor) || (!permission.isEmpty() && actor.may(permission));
    }

    /// Bundle key of the heading it stands under; empty for the first entries, which need none.
    String section() {
        return switch (rank / 10) {
            case 0, 1 -> "";
            case 2 -> "web.menu.problem";
            case 3 -> "web.menu.change";
            case 5, 6 -> "web.menu.configuration";
            case 7, 8 -> "web.menu.directory";
            default -> "web.menu.administration";
        };
    }
}
