package org.mainstay.request;

import org.mainstay.kernel.record.Codes;

/// What an item or a category looks like; each is in the sprite.
public enum Icon {
    APPS,
    BOX,
    BUILDING,
    CALENDAR,
    CERTIFICATE,
    CLOUD,
    DATABASE,
    DEVICE_DESKTOP,
    DEVICE_LAPTOP,
    DEVICE_MOBILE,
    FILE_TEXT,
    HEADSET,
    KEY,
    LOCK,
    MAIL,
    NETWORK,
    PHONE,
    PLUG_CONNECTED,
    PRINTER,
    SERVER,
    SHIELD,
    TOOLS,
    USER_MINUS,
    USER_PLUS,
    USERS,
    WIFI;

    /// Its name in the sprite.
    String sprite() {
        return Codes.of(this).replace('_', '-');
    }
}
