package org.genevent.binding;

import java.util.List;
import java.util.Objects;

/** A Java type that carries a field's values. Class names are canonical: {@code package.Outer.Inner}. */
public sealed interface JavaType {

  /**
   * A primitive type; {@code char} is a 16-bit unsigned integer, {@code boolean} a boolean.
   *
   * @param keyword {@code byte}, {@code short}, {@code int}, {@code long}, {@code char}, {@code float}, {@code double}
   *     or {@code boolean}
   */
  record Primitive(String keyword) implements JavaType {
    /** Checks that the keyword is there. */
    public Primitive {
      Objects.requireNonNull(keyword);
    }
  }

  /**
   * Text: a string field.
   *
   * @param className {@code java.lang.String} or {@code java.lang.CharSequence}
   */
  record Text(String className) implements JavaType {
    /** Checks that the name is there. */
    public Text {
      Objects.requireNonNull(className);
    }
  }

  /**
   * An enum: an enumeration field.
   *
   * @param className the enum
   * @param valueMethod the method that gives the number, for example {@code ordinal}
   */
  record EnumConstant(String className, String valueMethod) implements JavaType {
    /** Checks that both parts are there. */
    public EnumConstant {
      Objects.requireNonNull(className);
      Objects.requireNonNull(valueMethod);
    }
  }

  /**
   * A record: a structure field.
   *
   * @param className the record
   * @param components its components, one for each member, in order
   */
  record RecordType(String className, List<JavaTracer.JavaParameter> components)
      implements JavaType {
    /** Copies the list. */
    public RecordType {
      Objects.requireNonNull(className);
      components = List.copyOf(components);
    }
  }

  /**
   * An array: a sequence field, or an array field when its length is declared.
   *
   * @param element the type of the elements
   */
  record ArrayOf(JavaType element) implements JavaType {
    /** Checks that the element is there. */
    public ArrayOf {
      Objects.requireNonNull(element);
    }
  }

  /** {@code java.nio.ByteBuffer}, from its position to its limit: a sequence or array of bytes, or a union's bytes. */
  record Bytes() implements JavaType {}

  /**
   * A sealed interface of records: a variant field.
   *
   * @param className the sealed interface
   * @param options its records, one for each option, in order
   */
  record Choice(String className, List<RecordType> options) implements JavaType {
    /** Copies the list. */
    public Choice {
      Objects.requireNonNull(className);
      options = List.copyOf(options);
    }
  }

  /**
   * A value that may be absent: an optional field.
   *
   * @param element the type of the value when it is there; of a boxed type, the primitive
   * @param form how absence is said
   */
  record Maybe(JavaType element, Form form) implements JavaType {
    /** Checks that both parts are there. */
    public Maybe {
      Objects.requireNonNull(element);
      Objects.requireNonNull(form);
    }

    /** How absence is said. */
    public enum Form {
      /** {@code null} says absent; of a primitive element, its box is the type. */
      NULLABLE,
      /** {@code java.util.Optional}. */
      OPTIONAL,
      /** {@code java.util.OptionalInt}. */
      OPTIONAL_INT,
      /** {@code java.util.OptionalLong}. */
      OPTIONAL_LONG,
      /** {@code java.util.OptionalDouble}. */
      OPTIONAL_DOUBLE
    }
  }
}
