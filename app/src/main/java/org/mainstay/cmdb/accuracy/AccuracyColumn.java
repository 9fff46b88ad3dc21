package org.mainstay.cmdb.accuracy;

import java.util.HashMap;
import org.mainstay.cmdb.accuracy.Scores.Score;
import org.mainstay.cmdb.health.Dimension;
import org.mainstay.cmdb.health.HealthColumn;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;

/// How true items are, beside how well they are kept.
final class AccuracyColumn implements HealthColumn {

    private final Scores scores;

    AccuracyColumn(Scores scores) {
        this.scores = scores;
    }

    @Override
    public Column of(Dimension by, Actor actor, Frame frame) {
        var table = scores.by(by, actor, frame.locale());
        var rows = new HashMap<String, Cell>();
        table.rows().forEach(it -> rows.put(it.row(), cell(it, by, frame)));
        var whole = table.whole();
        return new Column(frame.say("cmdb.accuracy"), whole == null ? null : cell(whole, by, frame), rows);
    }

    private static Cell cell(Score score, Dimension by, Frame frame) {
        var line = Lines.of("", "", score.items(), score.accuracy(), frame);
        return new Cell(line.share(), line.bounds(), "/configuration-accuracy?by=" + by.code());
    }
}
