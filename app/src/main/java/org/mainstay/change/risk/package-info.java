/// How risky a change is, in points with reasons: facts and answers are weighed by rules that administrators own, and
/// what came of it is compared with what happened. Read `RiskScore` first, then `Fact` and `RiskFacts`.
@NullMarked
package org.mainstay.change.risk;

import org.jspecify.annotations.NullMarked;
