package org.mainstay.change.risk;

import java.util.List;
import org.mainstay.web.Shown;

/// What was predicted beside what happened.
///
/// @param said what it comes to, in sentences
public record CalibrationView(String hint, List<String> said, List<Row> rows) {

    /// @param cases how many changes, with a link to them
    /// @param outcomes likewise, in the order of outcomes
    /// @param share that did not go as planned: `12 %`
    /// @param bounds in words; empty where there are no cases
    public record Row(Shown risk, Shown cases, List<Shown> outcomes, String share, String bounds) {}
}
