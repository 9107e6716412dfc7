package org.genevent.emitter.kernel;

/**
 * An expression that gives a value, or a pointer to it.
 *
 * @param text the expression; can be followed by {@code ->}, {@code .} or {@code [}
 * @param form the form of the value
 * @param pointer true if the expression is a pointer to the structure or union; of an array without a structure around it
 *     always the first element
 */
record CValue(String text, CForm form, boolean pointer) {

  /** A member. */
  CValue member(String name, CForm form) {
    return new CValue(text + (pointer ? "->" : ".") + name, form, false);
  }

  /** The value's address. */
  String address() {
    if (pointer) {
      return text;
    }
    boolean dereferenced = text.startsWith("(*") && text.endsWith(")");
    return dereferenced ? text.substring(2, text.length() - 1) : "&" + text;
  }

  /** Of an array, the first element. */
  String elements() {
    return form instanceof CForm.Array array && !array.tag().isEmpty()
        ? member("items", form).text()
        : text;
  }
}
