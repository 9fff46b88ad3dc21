package org.mainstay.change.outcome;

import java.util.List;

/// How well changes go, row by row.
///
/// @param by what the rows are
/// @param dimensions what else they can be
public record SuccessView(String by, List<String> dimensions, Line whole, List<Line> lines) {

    /// @param href of the list of just these changes
    /// @param share and bounds in words: `93 %`, `88 % to 96 %`
    /// @param caused incidents of priority 1, 2 and 3 in words
    /// @param points of one change on average
    /// @param low to `at`: where the share lies, from 0 to 100
    public record Line(
            String label,
            String href,
            String cases,
            String share,
            String bounds,
            String withIssues,
            String unsuccessful,
            String caused,
            String points,
            int low,
            int high,
            int at) {

        public int width() {
            return Math.max(1, high - low);
        }
    }
}
