package org.mainstay.cmdb.accuracy;

import java.text.NumberFormat;
import org.mainstay.web.Frame;

/// Puts accuracies into the words and figures of a page.
final class Lines {

    private Lines() {}

    static AccuracyView.Line of(String label, String href, long items, Accuracy it, Frame frame) {
        var percent = NumberFormat.getPercentInstance(frame.locale());
        var number = NumberFormat.getIntegerInstance(frame.locale());
        var share = it.share();
        return new AccuracyView.Line(
                label,
                href,
                number.format(items),
                number.format(it.values()),
                it.values() == 0 ? "–" : percent.format((double) it.confirmed() / it.values()),
                it.values() == 0 ? "–" : percent.format((double) it.contradicted() / it.values()),
                number.format(it.checked()),
                share.isPresent() ? percent.format(share.getAsDouble()) : frame.say("cmdb.accuracy.unknown"),
                it.values() == 0
                        ? ""
                        : frame.say("cmdb.accuracy.bounds", percent.format(it.low()), percent.format(it.high())),
                whole(it.low()),
                whole(it.high()),
                share.isPresent() ? whole(share.getAsDouble()) : -1);
    }

    private static int whole(double share) {
        return (int) Math.round(share * 100);
    }
}
