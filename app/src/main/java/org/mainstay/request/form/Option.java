package org.mainstay.request.form;

import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;

/// One of the answers a question offers.
///
/// @param price what choosing it adds to the price; null for nothing
/// @param recurring what it adds to what is paid again and again; null for nothing
public record Option(
        String code,
        Words label,
        @Nullable Money price,
        @Nullable Money recurring) {}
