/// How somebody proves who they are: passwords, sessions, tokens, set-up links. Read `SignIn` and
/// `Sessions` first.
@NamedInterface("signin")
@NullMarked
package org.mainstay.people.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
