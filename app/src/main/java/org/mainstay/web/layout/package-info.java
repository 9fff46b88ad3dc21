/// Which columns lists show, and in which order, to those who may what a role may. Read `LayoutType`, then
/// `Layouts`.
@NullMarked
package org.mainstay.web.layout;

import org.jspecify.annotations.NullMarked;
