package org.genevent.diagnostic;

/**
 * Every code that a finding can have. A code never changes its meaning and is never used again; each has an entry in
 * {@code docs/diagnostics.md} and a case in the corpus of failing inputs.
 */
public enum DiagnosticCode {
  // Names and ids
  /** A name is not a C identifier. */
  NAME_NOT_IDENTIFIER("GE-NAME-01", Severity.ERROR),
  /** A name is a keyword of C or Java. */
  NAME_KEYWORD("GE-NAME-02", Severity.ERROR),
  /** A name is missing or empty. */
  NAME_MISSING("GE-NAME-03", Severity.ERROR),
  /** Two things of one kind have the same name. */
  NAME_DUPLICATE("GE-NAME-04", Severity.ERROR),
  /** A name is longer than the limit. */
  NAME_TOO_LONG("GE-NAME-05", Severity.ERROR),
  /** A name is taken by what genevent itself adds. */
  NAME_RESERVED("GE-NAME-06", Severity.ERROR),
  /** Two different names become the same name in generated code. */
  NAME_COLLISION("GE-NAME-07", Severity.ERROR),
  /** Two events have the same id. */
  ID_DUPLICATE("GE-ID-01", Severity.ERROR),
  /** An event id is out of range. */
  ID_RANGE("GE-ID-02", Severity.ERROR),

  // Field classes
  /** A typeref names a type that the facility does not define before it. */
  TYPE_UNDEFINED("GE-TYPE-01", Severity.ERROR),
  /** An enumeration has no label. */
  TYPE_ENUM_EMPTY("GE-TYPE-02", Severity.ERROR),
  /** A label's value does not fit the target's int. */
  TYPE_LABEL_VALUE("GE-TYPE-03", Severity.ERROR),
  /** Two labels of an enumeration share a value. */
  TYPE_LABEL_OVERLAP("GE-TYPE-04", Severity.WARNING),
  /** A sequence's length is not an unsigned integer. */
  TYPE_SEQUENCE_LENGTH("GE-TYPE-05", Severity.ERROR),
  /** An array has no element, or more than the limit. */
  TYPE_ARRAY_LENGTH("GE-TYPE-06", Severity.ERROR),
  /** A union has a member whose bytes cannot be shared, or none. */
  TYPE_UNION_MEMBER("GE-TYPE-07", Severity.ERROR),
  /** A variant has no option, or too many. */
  TYPE_VARIANT_OPTIONS("GE-TYPE-08", Severity.ERROR),
  /** Elements of an array or sequence take no space. */
  TYPE_ELEMENT_EMPTY("GE-TYPE-09", Severity.ERROR),
  /** Field classes are nested deeper than the limit. */
  TYPE_NESTING("GE-TYPE-10", Severity.ERROR),
  /** The fixed part of an event is larger than any sub-buffer should be. */
  TYPE_TOO_LARGE("GE-TYPE-11", Severity.ERROR),
  /** A byte order is asked for where there is nothing to order. */
  TYPE_BYTE_ORDER("GE-TYPE-12", Severity.WARNING),
  /** Named types that refer to each other unfold to more types than the limit. */
  TYPE_UNFOLDS("GE-TYPE-13", Severity.ERROR),

  // Events, pairs, context
  /** A pair names an event that the facility does not have. */
  PAIR_EVENT("GE-PAIR-01", Severity.ERROR),
  /** A pair matches by a field that one of its events does not have, or that has another class there. */
  PAIR_FIELD("GE-PAIR-02", Severity.ERROR),
  /** A pair is declared twice, or only by halves. */
  PAIR_INCOMPLETE("GE-PAIR-03", Severity.ERROR),
  /** A context field needs a length or a tag in front of it. */
  CONTEXT_FIELD("GE-CONTEXT-01", Severity.ERROR),
  /** A duration's threshold is negative. */
  DURATION_THRESHOLD("GE-DURATION-01", Severity.ERROR),
  /** A level is not one of the fifteen. */
  EVENT_LEVEL("GE-EVENT-01", Severity.ERROR),
  /** {@code compact_data} in a facility that is not {@code compact}, or on an event without fields. */
  EVENT_COMPACT("GE-EVENT-02", Severity.WARNING),
  /** An attribute that only user-space facilities have. */
  EVENT_USER_ONLY("GE-EVENT-03", Severity.WARNING),
  /** A facility has no event. */
  FACILITY_EMPTY("GE-FACILITY-01", Severity.WARNING),
  /** A description is longer than the limit. */
  DESCRIPTION_TOO_LONG("GE-FACILITY-02", Severity.ERROR),
  /** Several facilities of one run have the same name. */
  FACILITY_DUPLICATE("GE-FACILITY-03", Severity.ERROR),

  // Facility files: the file
  /** A file does not exist. */
  IO_MISSING("GE-IO-01", Severity.ERROR),
  /** A file cannot be read. */
  IO_UNREADABLE("GE-IO-02", Severity.ERROR),
  /** A folder is given where a file is wanted. */
  IO_DIRECTORY("GE-IO-03", Severity.ERROR),
  /** A file is empty. */
  IO_EMPTY("GE-IO-04", Severity.ERROR),
  /** A file is larger than the limit. */
  IO_TOO_LARGE("GE-IO-05", Severity.ERROR),

  // Facility files: the XML
  /** A file is not well-formed XML. */
  XML_MALFORMED("GE-XML-01", Severity.ERROR),
  /** A file has a document type declaration. */
  XML_DOCTYPE("GE-XML-02", Severity.ERROR),
  /** A file's bytes are not text in its encoding, or the encoding is not known. */
  XML_ENCODING("GE-XML-03", Severity.ERROR),
  /** A file goes beyond a limit: depth, number of elements or attributes, length of a name or value. */
  XML_LIMIT("GE-XML-04", Severity.ERROR),
  /** The outermost element is not a facility. */
  XML_ROOT("GE-XML-05", Severity.ERROR),
  /** An element is unknown, or may not stand there. */
  XML_ELEMENT("GE-XML-06", Severity.ERROR),
  /** An attribute is unknown, or may not stand there. */
  XML_ATTRIBUTE("GE-XML-07", Severity.ERROR),
  /** An attribute that must be there is missing. */
  XML_ATTRIBUTE_MISSING("GE-XML-08", Severity.ERROR),
  /** The value of an attribute is not one of those it can have. */
  XML_VALUE("GE-XML-09", Severity.ERROR),
  /** Text stands where only elements may stand. */
  XML_TEXT("GE-XML-10", Severity.ERROR),
  /** An element must be there that is not, or there are too many of it. */
  XML_CONTENT("GE-XML-11", Severity.ERROR),
  /** A description does not stand where descriptions stand. */
  XML_DESCRIPTION("GE-XML-12", Severity.ERROR),
  /** Something old is read as the original read it, which is not what it seems to say. */
  XML_OLD_MEANING("GE-XML-13", Severity.WARNING),

  // Facility files: the dialects of the original
  /** A file is written in the seed dialect or in the early one. */
  OLD_DIALECT("GE-OLD-01", Severity.WARNING),
  /** A type has neither a slash nor an end tag. */
  OLD_UNCLOSED("GE-OLD-02", Severity.WARNING),
  /** Something is spelt as only the original's reader took it. */
  OLD_SPELLING("GE-OLD-03", Severity.WARNING),
  /** A {@code //} makes a comment of markup. */
  OLD_COMMENTED_OUT("GE-OLD-04", Severity.WARNING),
  /** A file has several facilities, of which the first is read. */
  OLD_SEVERAL("GE-OLD-05", Severity.WARNING),
  /** A size or an alignment of the seed dialect has no counterpart today. */
  OLD_SIZE("GE-OLD-06", Severity.WARNING),
  /** The checksum of the file's age is another than today's. */
  OLD_CHECKSUM("GE-OLD-07", Severity.WARNING),
  /** A file cannot be read by the original's grammar either. */
  OLD_GRAMMAR("GE-OLD-08", Severity.ERROR),
  /** Something does not exist in the dialect that the file is read in, or was asked for. */
  OLD_NOT_IN_DIALECT("GE-OLD-09", Severity.ERROR),
  /** A file has more events than the traces of its age had numbers for. */
  OLD_EVENTS("GE-OLD-10", Severity.WARNING),

  // Annotated Java interfaces
  /** {@code @Facility} stands on something that is not an interface. */
  JAVA_NOT_INTERFACE("GE-JAVA-01", Severity.ERROR),
  /** The interface, or a type around it, is private. */
  JAVA_INTERFACE_HIDDEN("GE-JAVA-02", Severity.ERROR),
  /** The interface has type parameters. */
  JAVA_INTERFACE_GENERIC("GE-JAVA-03", Severity.ERROR),
  /** The interface is sealed. */
  JAVA_INTERFACE_SEALED("GE-JAVA-04", Severity.ERROR),
  /** The interface inherits an abstract method. */
  JAVA_METHOD_INHERITED("GE-JAVA-05", Severity.ERROR),
  /** An event's method has type parameters. */
  JAVA_METHOD_GENERIC("GE-JAVA-06", Severity.ERROR),
  /** An event's method returns a value. */
  JAVA_METHOD_RETURNS("GE-JAVA-07", Severity.ERROR),
  /** An event's method declares exceptions. */
  JAVA_METHOD_THROWS("GE-JAVA-08", Severity.ERROR),
  /** Two events' methods have the same name. */
  JAVA_METHOD_OVERLOAD("GE-JAVA-09", Severity.ERROR),
  /** An annotation of events stands on a method that is no event. */
  JAVA_NOT_EVENT("GE-JAVA-10", Severity.ERROR),
  /** A type has no field class. */
  JAVA_TYPE_UNSUPPORTED("GE-JAVA-11", Severity.ERROR),
  /** A record or sealed interface contains itself. */
  JAVA_TYPE_RECURSIVE("GE-JAVA-12", Severity.ERROR),
  /** A record or sealed interface has type parameters. */
  JAVA_TYPE_GENERIC("GE-JAVA-13", Severity.ERROR),
  /** The tracer class cannot name a type. */
  JAVA_TYPE_HIDDEN("GE-JAVA-14", Severity.ERROR),
  /** A type cannot be found. */
  JAVA_TYPE_MISSING("GE-JAVA-15", Severity.ERROR),
  /** A sealed interface permits something that is not a record. */
  JAVA_VARIANT_OPTION("GE-JAVA-16", Severity.ERROR),
  /** {@code @Unsigned} stands on something without a sign. */
  JAVA_UNSIGNED("GE-JAVA-17", Severity.ERROR),
  /** {@code @Hex} stands on something that is not an integer. */
  JAVA_HEX("GE-JAVA-18", Severity.ERROR),
  /** {@code @Length} stands on something that is not an array. */
  JAVA_LENGTH("GE-JAVA-19", Severity.ERROR),
  /** {@code @Nullable} stands on a primitive type. */
  JAVA_NULLABLE("GE-JAVA-20", Severity.ERROR),
  /** A facility's context is not a record. */
  JAVA_CONTEXT("GE-JAVA-21", Severity.ERROR),
  /** The name of the tracer class is taken. */
  JAVA_TRACER_TAKEN("GE-JAVA-22", Severity.ERROR),
  /** The compiler does not take a generated file. */
  JAVA_OUTPUT("GE-JAVA-23", Severity.ERROR),
  /** The annotation processor has a defect. */
  JAVA_DEFECT("GE-JAVA-24", Severity.ERROR),

  // Layout and targets
  /** The layout rule cannot hold a field class. */
  LAYOUT_RULE("GE-LAYOUT-01", Severity.ERROR),
  /** A target cannot express something of the facility. */
  TARGET_UNSUPPORTED("GE-TARGET-01", Severity.ERROR),
  /** There is no emitter of that name. */
  TARGET_UNKNOWN("GE-TARGET-02", Severity.ERROR),
  /** Two files of one run have the same path. */
  TARGET_FILE_TWICE("GE-TARGET-03", Severity.ERROR),
  /** An option of an emitter has a value that it cannot have. */
  TARGET_OPTION("GE-TARGET-04", Severity.ERROR),

  // C headers
  /** The elements of a custom sequence have different sizes. */
  KERNEL_CUSTOM_ELEMENTS("GE-KERNEL-01", Severity.ERROR),
  /** Two things have the same name in C. */
  KERNEL_NAME_CLASH("GE-KERNEL-02", Severity.ERROR),

  // LTT
  /** LTT has no word for something of the facility. */
  LTT_UNSUPPORTED("GE-LTT-01", Severity.ERROR),
  /** A description has what readers of LTT cannot take. */
  LTT_TEXT("GE-LTT-02", Severity.ERROR),
  /** An id does not fit the byte that LTT has for it, or is not what readers take it to be. */
  LTT_ID("GE-LTT-03", Severity.ERROR),
  /** LTTV cannot read the events that are described; genevent's reader can. */
  LTT_READER("GE-LTT-04", Severity.WARNING),

  // Traces
  /** The metadata of a trace breaks the grammar. */
  TRACE_SYNTAX("GE-TRACE-01", Severity.ERROR),
  /** The metadata says something that cannot be. */
  TRACE_MEANING("GE-TRACE-02", Severity.ERROR),
  /** A length or tag refers to no field that is read before it. */
  TRACE_REFERENCE("GE-TRACE-03", Severity.ERROR),
  /** The metadata is larger or deeper than the limits. */
  TRACE_LIMIT("GE-TRACE-04", Severity.ERROR),
  /** There is no trace. */
  TRACE_MISSING("GE-TRACE-05", Severity.ERROR),
  /** A packet makes no sense; what could not be read of it is passed over. */
  TRACE_DAMAGED("GE-TRACE-06", Severity.ERROR),
  /** A file of a trace cannot be read. */
  TRACE_UNREADABLE("GE-TRACE-07", Severity.ERROR),
  /** A string of the metadata is not UTF-8. */
  TRACE_TEXT("GE-TRACE-08", Severity.WARNING),
  /** An event is earlier than what lies in front of it in its stream. */
  TRACE_ORDER("GE-TRACE-09", Severity.ERROR),
  /** Nothing in an LTT trace describes a facility or an event of it. */
  TRACE_FACILITY("GE-TRACE-20", Severity.WARNING),
  /** A file below an LTT trace is no trace file. */
  TRACE_FILE("GE-TRACE-21", Severity.WARNING),

  // Conversions of traces
  /** Something of a trace that the other format cannot say. */
  CONVERT_LOSS("GE-CONVERT-01", Severity.WARNING),
  /** A trace cannot be converted at all. */
  CONVERT_IMPOSSIBLE("GE-CONVERT-02", Severity.ERROR),

  // Expressions over traces
  /** An expression breaks the grammar. */
  QUERY_SYNTAX("GE-QUERY-01", Severity.ERROR),
  /** No event has a field, or a name, that is asked for. */
  QUERY_NAME("GE-QUERY-02", Severity.ERROR),
  /** Two values cannot be compared, in whatever event. */
  QUERY_TYPE("GE-QUERY-03", Severity.ERROR),

  // Typed replay
  /** An interface is not described: its annotation processor did not run, or its class was changed since. */
  REPLAY_DESCRIPTION("GE-REPLAY-01", Severity.ERROR),
  /** Events of a trace cannot be given to an interface. */
  REPLAY_REFUSED("GE-REPLAY-02", Severity.ERROR),
  /** A value of a trace has no constant or record in Java. */
  REPLAY_VALUE("GE-REPLAY-03", Severity.WARNING),
  /** A field seems to have another name in the trace. */
  REPLAY_RENAMED("GE-REPLAY-04", Severity.WARNING),
  /** A trace has no facility of an interface's name. */
  REPLAY_NOTHING("GE-REPLAY-05", Severity.WARNING);

  private final String id;
  private final Severity severity;

  DiagnosticCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /**
   * The code as it stands in messages, for example {@code GE-NAME-01}.
   *
   * @return the code
   */
  public String id() {
    return id;
  }

  /**
   * What a finding of this code weighs.
   *
   * @return error or warning
   */
  public Severity severity() {
    return severity;
  }
}
