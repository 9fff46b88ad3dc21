package org.mainstay.kernel.record;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What made a change happen.
///
/// @param kind the sort of cause
/// @param name code of the action, rule or job
/// @param id the record or job behind it, where there is one
public record Cause(Sort kind, String name, @Nullable String id) {

    public enum Sort {
        CREATE,
        EDIT,
        ACTION,
        RULE,
        IMPORT,
        /// One of many records in one operation; the name is the action's, the id the operation.
        BULK,
        /// What an operation did is taken back; the id is the operation.
        UNDO,
        /// A source saw it; the name is the source's number, the id the delivery.
        DISCOVERY,
        JOB,
        SYSTEM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Cause CREATED = new Cause(Sort.CREATE, "create", null);
    public static final Cause EDITED = new Cause(Sort.EDIT, "edit", null);

    public static Cause action(String name) {
        return new Cause(Sort.ACTION, name, null);
    }

    public static Cause importing(String profile, String job) {
        return new Cause(Sort.IMPORT, profile, job);
    }

    /// @param what was undone: `import`, `bulk`, `configuration`
    public static Cause undoing(String what, UUID operation) {
        return new Cause(Sort.UNDO, what, operation.toString());
    }

    public static Cause job(String name) {
        return new Cause(Sort.JOB, name, null);
    }
}
