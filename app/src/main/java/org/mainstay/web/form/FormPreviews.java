package org.mainstay.web.form;

import java.util.List;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.web.FormPreview;

/// Where forms show what they would make.
record FormPreviews(List<FormPreview> all) {

    /// The path; empty for none.
    String of(RecordType<?> type) {
        return all.stream()
                .filter(it -> it.type().equals(type.code()))
                .map(FormPreview::path)
                .findFirst()
                .orElse("");
    }
}
