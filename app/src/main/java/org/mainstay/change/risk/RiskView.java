package org.mainstay.change.risk;

import java.util.List;
import org.mainstay.web.LinesView;

/// The risk of a change with its reasons, and the questions to answer.
///
/// @param post where answers go; empty where nothing can be answered any more
/// @param version of the change that the answers are given upon
public record RiskView(LinesView reasons, List<Asked> questions, String post, long version, List<String> errors) {

    /// @param name of the input
    public record Asked(String name, String text, List<Option> options) {}

    public record Option(String code, String label, boolean chosen) {}
}
