package org.mainstay.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.web.FormView;
import org.mainstay.web.Shown;

/// What the pages of causes show.
public final class CauseView {

    private CauseView() {}

    /// The tree of one problem, where people work on it.
    ///
    /// @param href of the page
    /// @param problem number and title
    /// @param up the problem's page
    /// @param figures how many there are in which state, in words; empty where there are none
    /// @param cause what the problem says of its cause; empty for nothing
    /// @param why why nothing can be changed; empty where it can
    /// @param at number of the cause on which one works; empty for none
    /// @param add where the first question is answered; empty where that is not possible
    /// @param editor what is being asked of the problem itself
    public record Tree(
            String href,
            String problem,
            String title,
            String up,
            Shown state,
            String figures,
            String cause,
            String why,
            String at,
            String add,
            List<String> errors,
            @Nullable Editor editor,
            List<Node> nodes) {}

    /// @param factor that it is a contributing factor, in words; empty where it is a cause as such
    /// @param root whether it began with this one, as far as is known
    /// @param adopted whether the problem says the same
    /// @param reason safe HTML; empty for none
    /// @param decided who decided and when, in words
    /// @param lacking that nothing speaks for what is confirmed, in words; empty where something does
    /// @param verbs what stands beside it
    /// @param more what is further possible
    public record Node(
            String number,
            String version,
            String outline,
            String statement,
            Shown state,
            String code,
            String factor,
            boolean root,
            boolean adopted,
            String reason,
            String decided,
            String lacking,
            List<Proof> evidence,
            List<Verb> verbs,
            List<Verb> more,
            @Nullable Editor editor,
            List<Node> below) {}

    /// Evidence as it is shown.
    ///
    /// @param sort what it is, in one word
    /// @param href where it is; empty where that is not told
    /// @param away whether that is elsewhere
    /// @param excerpt what it says; empty where it is not within a record
    /// @param by who put it there
    /// @param id by which it is withdrawn; empty where it cannot be
    public record Proof(
            String sort,
            String text,
            String href,
            boolean away,
            String excerpt,
            String note,
            String by,
            String id,
            boolean hidden) {}

    /// @param href of its form; empty where it is done at once
    public record Verb(String name, String label, String href, String icon) {}

    /// What one is about to do.
    ///
    /// @param verb what is posted
    /// @param cause number of the one it is about; empty for the problem
    /// @param version of that one
    /// @param about a sentence before the inputs; empty for none
    public record Editor(
            String verb,
            String cause,
            String version,
            String title,
            String about,
            String submit,
            List<String> errors,
            List<FormView.Input> inputs) {

        /// Whether one begins to type in it: the first one, where nothing is wrong with another.
        public boolean first(FormView.Input input) {
            return input.equals(inputs.getFirst())
                    && inputs.stream().allMatch(it -> it.error().isEmpty());
        }
    }

    /// The same for those who read it elsewhere.
    ///
    /// @param facts of the problem, label and value
    /// @param texts of the problem
    /// @param figures how many causes are in which state, and what the incidents come to
    /// @param made when, and by whom
    public record Document(
            String back,
            String markdown,
            String number,
            String title,
            List<Fact> facts,
            List<Fact> texts,
            List<String> figures,
            List<Entry> entries,
            String made) {}

    public record Fact(String label, String value) {}

    /// @param depth from 1
    /// @param marks state and what else it is, in words
    /// @param decided who decided and when, in words; empty where nobody did
    public record Entry(
            String outline,
            int depth,
            String number,
            String statement,
            String code,
            List<String> marks,
            String decided,
            String reason,
            List<Proof> evidence) {}
}
