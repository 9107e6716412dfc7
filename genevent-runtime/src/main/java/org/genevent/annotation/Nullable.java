package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a field optional: {@code null} is told apart from an empty value. Without it, {@code null} is written as the empty
 * string or the empty sequence.
 *
 * <p>Any annotation of this simple name does the same. This one stands on declarations only, as compilers before Java 22
 * do not see annotations of types in class files: a record from another file would change with the way it is built.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Nullable {}
