/// What sorts of configuration items there are: the tree of classes, the attributes that a class has and gives to
/// those below it. Both are records that administrators own. Read `ItemClassType` first.
@NamedInterface("classes")
@NullMarked
package org.mainstay.cmdb.classes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
