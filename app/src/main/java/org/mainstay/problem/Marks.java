package org.mainstay.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Texts;

/// What incidents are compared by: the words of their titles that say something, and the item they are about.
final class Marks {

    /// Of a title no more words are looked at.
    static final int MOST_WORDS = 8;

    /// Longer words are cut, so that what is kept of them has a bound.
    static final int LONGEST = 40;

    /// Shorter ones are in every sentence.
    private static final int SHORTEST = 3;

    /// Longer ones that are in every sentence, too, folded.
    private static final Set<String> EVERYWHERE =
            Arrays.stream("""
            the and for not are was has had but can all any its our you his her out off too via per new now get got
            use with from this that does doesn don didn have when after cannot every again since still only into over
            they there their them then than will would could should been being which what where while some very just
            your please help problem issue error
            der die das und ist ein mit von zum zur bei auf aus den dem des nur ich wir sie mir uns hat war wie
            nicht eine einen einem einer eines beim nach wird werden kann konnen mehr kein keine keinen funktioniert
            geht sich sind auch aber oder noch immer mein meine unser unsere dieser diese dieses seit heute jetzt
            wieder uber unter ohne bitte hilfe fehler""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private Marks() {}

    /// The different words of a text that say something, folded, in their order.
    static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        Arrays.stream(Texts.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() >= SHORTEST && !EVERYWHERE.contains(it))
                .map(it -> Texts.cut(it, LONGEST))
                .forEach(words::add);
        return words;
    }

    /// Those of an incident, each once: its words, and its item as one that no word is like.
    static List<String> of(String title, @Nullable UUID item) {
        var marks =
                new ArrayList<String>(words(title).stream().limit(MOST_WORDS).toList());
        if (item != null) {
            marks.add(mark(item));
        }
        return marks;
    }

    static String mark(UUID item) {
        return "=" + item;
    }

    static boolean word(String mark) {
        return !mark.startsWith("=");
    }
}
