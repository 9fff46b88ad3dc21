package org.mainstay.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.notification.Notification.Sort;
import org.mainstay.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/notifications`: what somebody was told, unread or all of it, and what they want to be told. The bell in the
/// top bar is a part of every page.
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private static final int PAGE = 100;

    private final Notifications notifications;
    private final NotificationViews views;
    private final Addresses addresses;
    private final Frames frames;

    NotificationPages(Notifications notifications, NotificationViews views, Addresses addresses, Frames frames) {
        this.notifications = notifications;
        this.views = views;
        this.addresses = addresses;
        this.frames = frames;
    }

    @GetMapping
    String notifications(
            @RequestParam(defaultValue = "unread") String show,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        boolean unread = !show.equals("all");
        var from = seq(before);
        var frame = frames.of(actor, request, locale);
        long newest = notifications.newest(actor);
        var page = notifications.of(actor, unread, from, PAGE);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view", views.of(actor, page, unread, from != null, newest, notifications.muted(actor), frame));
        return "notification/notifications";
    }

    /// @param record the one whose notifications are read; empty for all
    /// @param until the last one that counts as read: what came while the page was looked at stays
    @PostMapping("/read")
    String read(
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "unread") String show,
            Actor actor) {
        var last = seq(until);
        if (last != null && record == null) {
            notifications.readAll(actor, last);
        } else if (last != null && record != null) {
            notifications.read(actor, record, last);
        }
        return show.equals("all") ? "redirect:/notifications?show=all" : "redirect:/notifications";
    }

    /// @param shown codes of what the form asked about
    /// @param hear those of them that they want to be told
    @PostMapping("/preferences")
    String preferences(
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "") List<String> hear,
            Actor actor) {
        var muted = EnumSet.noneOf(Sort.class);
        muted.addAll(notifications.muted(actor));
        for (Sort sort : Sort.values()) {
            if (hear.contains(Codes.of(sort))) {
                muted.remove(sort);
            } else if (shown.contains(Codes.of(sort))) {
                muted.add(sort);
            }
        }
        notifications.mute(actor, muted);
        return "redirect:/notifications#preferences";
    }

    /// What the bell shows. Who looks at a record has read what tells of it.
    ///
    /// @param address of the page the bell is on
    @PostMapping("/bell")
    String bell(
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String address,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        long newest = notifications.newest(actor);
        addresses.record(address, actor).ifPresent(it -> notifications.read(actor, it.id(), newest));
        int count = notifications.unread(actor);
        model.addAttribute("frame", frames.of(actor, request, locale));
        model.addAttribute("count", count >= Notifications.COUNTED ? "99+" : count == 0 ? "" : Integer.toString(count));
        model.addAttribute("newest", newest);
        return "notification/bell";
    }

    private static @Nullable Long seq(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
