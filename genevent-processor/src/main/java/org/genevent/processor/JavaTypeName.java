package org.genevent.processor;

import java.util.Map;

/** The library's types that have a place in a facility, by name. */
final class JavaTypeName {

  static final String STRING = "java.lang.String";
  static final String CHAR_SEQUENCE = "java.lang.CharSequence";
  static final String BYTE_BUFFER = "java.nio.ByteBuffer";
  static final String OPTIONAL = "java.util.Optional";
  static final String OPTIONAL_INT = "java.util.OptionalInt";
  static final String OPTIONAL_LONG = "java.util.OptionalLong";
  static final String OPTIONAL_DOUBLE = "java.util.OptionalDouble";

  /** The primitive of each box. */
  static final Map<String, String> UNBOXED = Map.of(
      "java.lang.Byte", "byte",
      "java.lang.Short", "short",
      "java.lang.Integer", "int",
      "java.lang.Long", "long",
      "java.lang.Character", "char",
      "java.lang.Float", "float",
      "java.lang.Double", "double",
      "java.lang.Boolean", "boolean");

  private JavaTypeName() {}
}
