package org.mainstay.cmdb.mapping;

import java.util.List;
import org.mainstay.transfer.ImportView;

/// What the pages show on which files of a source are delivered.
public final class FileView {

    private FileView() {}

    /// @param href of the source's page
    /// @param keeps whether the reader may deliver
    public record Begin(
            String href,
            String source,
            List<ImportView.Option> mappings,
            boolean keeps,
            boolean active,
            String error) {}

    /// A delivery that is tried or taken.
    ///
    /// @param records of the file; 0 while nobody knows
    /// @param tried of a long file only so many were; 0 where all of them were
    /// @param passed records that the mapping is not about
    /// @param take where it is taken in earnest
    public record One(
            String href,
            String source,
            String file,
            String mapping,
            boolean dry,
            boolean done,
            long records,
            long tried,
            long passed,
            ImportView.Progress progress,
            String take) {}
}
