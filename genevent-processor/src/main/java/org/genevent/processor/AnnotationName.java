package org.genevent.processor;

import java.util.List;
import java.util.Set;

/** The annotations by name: the processor reads them as the compiler's data and needs none of their classes. */
final class AnnotationName {

  static final String PACKAGE = "org.genevent.annotation";

  static final String FACILITY = PACKAGE + ".Facility";
  static final String EVENT = PACKAGE + ".Event";
  static final String DURATION = PACKAGE + ".Duration";
  static final String BEGIN = PACKAGE + ".Begin";
  static final String END = PACKAGE + ".End";
  static final String NAME = PACKAGE + ".Name";
  static final String DESCRIPTION = PACKAGE + ".Description";
  static final String UNSIGNED = PACKAGE + ".Unsigned";
  static final String HEX = PACKAGE + ".Hex";
  static final String LENGTH = PACKAGE + ".Length";

  /** Simple name of the annotations, of whatever package, that say that a value may be null. */
  static final String NULLABLE_SIMPLE = "Nullable";

  /** Those that make sense on the methods of a facility only. */
  static final List<String> ON_EVENTS = List.of(EVENT, DURATION, BEGIN, END);

  /** What the processor asks the compiler for and claims: javac warns of annotations that nobody claims. */
  static final Set<String> SUPPORTED = Set.of(PACKAGE + ".*");

  private AnnotationName() {}
}
