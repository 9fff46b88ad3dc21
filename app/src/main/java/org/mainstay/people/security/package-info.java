/// The security configuration of the whole server: who a request comes from, what is public, which
/// headers every answer carries. Read `SecurityModule` first.
@NullMarked
package org.mainstay.people.security;

import org.jspecify.annotations.NullMarked;
