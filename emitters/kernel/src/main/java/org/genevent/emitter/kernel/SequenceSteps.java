package org.genevent.emitter.kernel;

/** What is the same wherever a sequence is written. */
final class SequenceSteps {

  /**
   * A sequence whose pointer and length were read once, so that what is written is what was measured.
   *
   * @param elements the local with the pointer; of a custom sequence an empty text
   * @param length the local with the length
   */
  record Frozen(String elements, String length) {}

  private SequenceSteps() {}

  /** Reads pointer and length into locals; without a pointer the length is 0. */
  static Frozen freeze(CFunction function, CValue sequence, String prefix, CWriter out) {
    CForm.Sequence form = (CForm.Sequence) sequence.form();
    String length = function.local("size_t", prefix + "length");
    String orNothing = sequence.pointer() ? sequence.text() + " ? " : "";
    if (form.custom()) {
      String call = form.tag() + "_length(" + sequence.address() + ")";
      out.line(length + " = " + orNothing + call + (orNothing.isEmpty() ? ";" : " : 0;"));
      return new Frozen("", length);
    }
    String elements = function.local(Declarator.pointer(form.element()), prefix + "elements");
    String pointer = sequence.member("elements", form).text();
    out.line(elements + " = " + orNothing + pointer + (orNothing.isEmpty() ? ";" : " : NULL;"));
    out.line(length + " = " + elements + " ? " + sequence.member("length", form).text() + " : 0;");
    return new Frozen(elements, length);
  }

  /** Lets the hand-written function write all elements. */
  static String putCustom(CForm.Sequence sequence, String to, CValue value, String length) {
    return sequence.tag() + "_put(" + to + ", " + value.address() + ", " + length + ");";
  }

  /** The form of the elements of an array or sequence. */
  static CForm element(CForm form) {
    return form instanceof CForm.Array array ? array.element() : ((CForm.Sequence) form).element();
  }
}
