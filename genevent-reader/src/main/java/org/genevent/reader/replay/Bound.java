package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;

/**
 * A field that is bound to a Java type.
 *
 * @param target where the trace's value goes
 * @param getter makes the argument of what is there: {@code (Values) → type}
 */
record Bound(Target target, MethodHandle getter) {}
