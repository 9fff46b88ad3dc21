package org.mainstay.kernel.backup;

import java.util.List;
import java.util.Map;

/// What a backup says of itself.
///
/// @param format of the folder; a restore refuses a newer one
/// @param migration the newest migration of the database it came from
/// @param takenAt RFC 3339
/// @param tables in the order in which they can be filled
/// @param sequences next values by qualified name
record Manifest(int format, String migration, String takenAt, List<Table> tables, Map<String, Long> sequences) {

    static final int FORMAT = 1;

    /// @param hash the sum of the rows' hashes; the same after a restore
    record Table(String schema, String name, List<String> columns, long rows, String hash) {

        BackupTable table() {
            return new BackupTable(schema, name, columns);
        }

        String file() {
            return schema + "." + name + ".copy.gz";
        }
    }
}
