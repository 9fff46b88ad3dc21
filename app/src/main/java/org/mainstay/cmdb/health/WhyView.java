package org.mainstay.cmdb.health;

import java.util.List;

/// Why a score is what it is.
///
/// @param back to the table that it stands in
/// @param score empty where nothing is expected
public record WhyView(
        String back, String label, String items, String count, String score, String trend, List<Part> parts) {

    /// A measure's part in the score.
    ///
    /// @param points of the score; empty where nothing is expected
    /// @param of how many points it could give; empty likewise
    /// @param expected how much is expected, and how much of it holds
    /// @param most what is found most often
    public record Part(
            HealthView.Cell cell,
            long weight,
            String points,
            String of,
            String expected,
            String met,
            List<Most> most) {}

    /// @param href empty where no list can be asked for it
    public record Most(String text, String count, String href) {}
}
