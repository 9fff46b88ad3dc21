/// Forms: what somebody is asked who orders something. A *document* is what an administrator writes; checked, it is a
/// `Form`, whose conditions are trees that the server and the browser understand alike. Others come in by `Forms`: it
/// finds published forms, reads and checks answers, and tells them in words, JSON and money. Read `QuestionKind` first,
/// then `Condition`, `Form`, `Evaluation`.
@NamedInterface("form")
@NullMarked
package org.mainstay.request.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
