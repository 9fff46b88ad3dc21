/// Contents of files, kept in the database once per content. Read `Blobs` first.
@NullMarked
package org.mainstay.kernel.blob;

import org.jspecify.annotations.NullMarked;
