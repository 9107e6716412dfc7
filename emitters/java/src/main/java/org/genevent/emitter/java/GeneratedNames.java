package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** Names that generated tracers use or declare, whatever the facility. */
final class GeneratedNames {

  static final String RUNTIME_PACKAGE = "org.genevent.runtime";

  static final ClassName TRACED_FACILITY = ClassName.get(RUNTIME_PACKAGE, "TracedFacility");
  static final ClassName DEFINITION = TRACED_FACILITY.nestedClass("Definition");
  static final ClassName FIELD_CLASSES = ClassName.get(RUNTIME_PACKAGE, "FieldClasses");
  static final ClassName TRACEPOINT = ClassName.get(RUNTIME_PACKAGE, "Tracepoint");
  static final ClassName ROUTE = ClassName.get(RUNTIME_PACKAGE, "Route");
  static final ClassName EVENT_WRITER = ClassName.get(RUNTIME_PACKAGE, "EventWriter");
  static final ClassName PAYLOAD_BUFFER = ClassName.get(RUNTIME_PACKAGE, "PayloadBuffer");
  static final ClassName SCOPE = ClassName.get(RUNTIME_PACKAGE, "Scope");
  static final ClassName UTF8 = ClassName.get(RUNTIME_PACKAGE, "Utf8");
  static final ClassName LEVEL = ClassName.get("org.genevent.annotation", "Level");

  /** The nested class with the fields as CTF 2 describes them. */
  static final String FIELDS_OF_CTF_2 = "FieldsOfCtf2";

  /** Simple names that generated text uses; a nested type of one of these names gets an underscore behind it. */
  static final List<String> TYPES = List.of(
      "ContextBinding",
      "Definition",
      "TracedFacility",
      "FieldClasses",
      FIELDS_OF_CTF_2,
      "Tracepoint",
      "Route",
      "EventWriter",
      "PayloadBuffer",
      "Scope",
      "Utf8",
      "Level",
      "Boolean",
      "Byte",
      "ByteBuffer",
      "Double",
      "Float",
      "Integer",
      "Long",
      "Object",
      "Optional",
      "Override",
      "Record",
      "Short",
      "String",
      "SuppressWarnings",
      "System",
      "Throwable");

  /** The method that gives the number of a nested enum's constant. */
  static final String ENUM_VALUE = "value";

  /** The component of an option that is not a structure. */
  static final String OPTION_VALUE = "value";

  private GeneratedNames() {}
}
