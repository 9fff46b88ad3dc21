/// The whole of an installation in a folder, from one snapshot of the database while the system runs, and
/// back. Read `Backup` first.
@NullMarked
package org.mainstay.kernel.backup;

import org.jspecify.annotations.NullMarked;
