package org.genevent.emitter.kernel;

/** Types of C as text. */
final class Declarator {

  private Declarator() {}

  /** A member of a structure or union, or a local that holds the value itself. */
  static String member(CForm form, String name) {
    if (form instanceof CForm.Array array && array.tag().isEmpty()) {
      return joined(type(array.element()), name) + "[" + array.count() + "]";
    }
    return joined(type(form), name);
  }

  /** A parameter that passes the value, or a pointer to it. */
  static String parameter(CForm form, String name) {
    if (form instanceof CForm.Array array && array.tag().isEmpty()) {
      return joined(pointer(array.element()), name);
    }
    return joined(form.isAggregate() ? pointer(form) : type(form), name);
  }

  /** A type and a name, with a blank between them unless the type ends in an asterisk. */
  static String joined(String type, String name) {
    return type.endsWith("*") ? type + name : type + " " + name;
  }

  /** The type of a value. */
  static String type(CForm form) {
    if (form instanceof CForm.Scalar scalar) {
      return scalar.type();
    } else if (form instanceof CForm.Enumeration enumeration) {
      return "enum " + enumeration.tag();
    } else if (form instanceof CForm.Text) {
      return "const char *";
    } else if (form instanceof CForm.Array array) {
      return "struct " + array.tag();
    } else if (form instanceof CForm.Sequence sequence) {
      return "struct " + sequence.tag();
    } else if (form instanceof CForm.Structure structure) {
      return "struct " + structure.tag();
    } else if (form instanceof CForm.Union union) {
      return "union " + union.tag();
    } else if (form instanceof CForm.Variant variant) {
      return "struct " + variant.tag();
    } else if (form instanceof CForm.Maybe maybe) {
      return optional(maybe.value());
    }
    throw new IllegalStateException("no type: " + form);
  }

  private static String optional(CForm value) {
    if (value instanceof CForm.Text) {
      return type(value);
    } else if (value instanceof CForm.Array array && array.tag().isEmpty()) {
      return pointer(array.element());
    }
    return pointer(value);
  }

  /** A pointer to a value that is only read. */
  static String pointer(CForm form) {
    String type = type(form);
    return type.endsWith("*") ? type + "const *" : "const " + type + " *";
  }
}
