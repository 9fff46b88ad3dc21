package org.mainstay.web;

/// Who sees what somebody makes for themselves.
public enum Audience {
    PRIVATE,
    GROUP,
    EVERYONE
}
