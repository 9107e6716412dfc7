package org.genevent.emitter.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** Prints steps that move a cursor: the same statements measure and write. */
final class CursorSteps {

  private final CFunction function;
  private final CValues values;
  private final String cursor;
  private final Map<ValueSource, SequenceSteps.Frozen> sequences = new HashMap<>();
  private final Map<ValueSource, Supplier<String>> missing = new HashMap<>();

  CursorSteps(CFunction function, CValues values, String cursor) {
    this.function = function;
    this.values = values;
    this.cursor = cursor;
  }

  /** A sequence that is passed as pointer and length. */
  void freeze(ValueSource source, SequenceSteps.Frozen frozen) {
    sequences.put(source, frozen);
  }

  /** An array that may be NULL; this stands for each of its elements then. */
  void mayBeMissing(ValueSource source, Supplier<String> zero) {
    missing.put(source, zero);
  }

  void print(List<PlanStep> steps, CWriter out) {
    for (PlanStep step : steps) {
      print(step, out);
    }
  }

  private void print(PlanStep step, CWriter out) {
    if (step instanceof PlanStep.Pad pad) {
      call(out, "zero", String.valueOf(pad.sizeBytes()));
    } else if (step instanceof PlanStep.Align align) {
      call(out, "align", String.valueOf(align.alignment().bytes()));
    } else if (step instanceof PlanStep.PutScalar put) {
      scalar(values.get(put.value()), put.sizeBytes(), out);
    } else if (step instanceof PlanStep.PutString put) {
      call(out, "string", values.get(put.value()).text());
    } else if (step instanceof PlanStep.PutUnion put) {
      call(out, "put", values.get(put.value()).address() + ", " + put.sizeBytes());
    } else if (step instanceof PlanStep.PutLength put) {
      length(put, out);
    } else if (step instanceof PlanStep.PutScalars put) {
      scalars(put, out);
    } else if (step instanceof PlanStep.ForEach loop) {
      loop(loop, out);
    } else if (step instanceof PlanStep.Choose choose) {
      choose(choose, out);
    }
  }

  private void call(CWriter out, String action, String arguments) {
    out.line("gev_cursor_" + action + "(" + cursor + ", " + arguments + ");");
  }

  private void scalar(CValue value, int sizeBytes, CWriter out) {
    if (Puts.isSwapped(value.form())) {
      call(out, "u" + sizeBytes * 8, Puts.bits(value.text(), sizeBytes, true));
    } else {
      call(out, "put", value.address() + ", " + sizeBytes);
    }
  }

  private void length(PlanStep.PutLength put, CWriter out) {
    CValue sequence = values.get(put.sequence());
    CForm.Sequence form = (CForm.Sequence) sequence.form();
    SequenceSteps.Frozen frozen = SequenceSteps.freeze(function, sequence, "", out);
    sequences.put(put.sequence(), frozen);
    out.open("if (" + frozen.length() + " > " + Puts.longest(form, 1) + ") {")
        .line("gev_cursor_fail(" + cursor + ");")
        .line(frozen.length() + " = 0;")
        .close("}");
    String bits = Puts.bits(frozen.length(), put.sizeBytes(), form.lengthSwapped());
    call(out, "u" + put.sizeBytes() * 8, bits);
  }

  private void scalars(PlanStep.PutScalars put, CWriter out) {
    CValue value = values.get(put.value());
    SequenceSteps.Frozen frozen = sequences.get(put.value());
    String count =
        put.count().isPresent() ? String.valueOf(put.count().getAsInt()) : frozen.length();
    int sizeBytes = put.elementSizeBytes();
    if (value.form() instanceof CForm.Sequence sequence && sequence.custom()) {
      custom(sequence, value, count, Puts.product(count, sizeBytes), out);
      return;
    }
    String elements = frozen == null ? value.elements() : frozen.elements();
    if (Puts.isSwapped(SequenceSteps.element(value.form()))) {
      String i = function.local("size_t", "i");
      out.open("for (" + i + " = 0; " + i + " < " + count + "; " + i + "++)");
      call(out, "u" + sizeBytes * 8, Puts.bits(elements + "[" + i + "]", sizeBytes, true));
      out.end();
    } else {
      call(out, "put", elements + ", " + Puts.product(count, sizeBytes));
    }
  }

  private void custom(
      CForm.Sequence sequence, CValue value, String count, String bytes, CWriter out) {
    String to = function.local("unsigned char *", "to");
    out.line(to + " = gev_cursor_take(" + cursor + ", " + bytes + ");")
        .open("if (" + to + ")")
        .line(SequenceSteps.putCustom(sequence, to, value, count))
        .end();
  }

  private void loop(PlanStep.ForEach loop, CWriter out) {
    CValue array = values.get(loop.value());
    SequenceSteps.Frozen frozen = sequences.get(loop.value());
    String count =
        loop.count().isPresent() ? String.valueOf(loop.count().getAsInt()) : frozen.length();
    if (array.form() instanceof CForm.Sequence sequence && sequence.custom()) {
      int sizeBytes = loop.elementSizeBytes().orElseThrow();
      String bytes = Puts.extent(count, sizeBytes, loop.strideBytes().orElseThrow());
      custom(sequence, array, count, bytes, out);
      return;
    }
    String elements = frozen == null ? array.elements() : frozen.elements();
    CForm form = SequenceSteps.element(array.form());
    String i = function.local("size_t", "i");
    String element = function.fresh("element");
    values.put(loop.element(), new CValue(element, form, form.isAggregate()));
    CWriter body = new CWriter(out.depth() + 1);
    if (loop.elementAlignment().bytes() > 1) {
      call(body, "align", String.valueOf(loop.elementAlignment().bytes()));
    }
    print(loop.body(), body);
    out.open(
        "for (" + i + " = 0; " + i + " < " + count + " && !" + cursor + "->failed; " + i + "++) {");
    if (values.isUsed(element)) {
      String type = form.isAggregate() ? Declarator.pointer(form) : Declarator.type(form);
      String item = elements + "[" + i + "]";
      Supplier<String> zero = missing.get(loop.value());
      String text = form.isAggregate() ? "&" + item : item;
      out.line(Declarator.joined(type, element) + " = "
              + (zero == null ? text : elements + " ? " + text + " : " + zero.get()) + ";")
          .line("");
    }
    out.append(body).close("}");
  }

  private void choose(PlanStep.Choose choose, CWriter out) {
    CValue value = values.get(choose.value());
    String putTag = "u" + choose.tagSizeBytes() * 8;
    if (value.form() instanceof CForm.Maybe) {
      out.open("if (" + value.text() + ") {");
      call(out, putTag, "1");
      print(choose.alternatives().get(1).steps(), out);
      out.end().open("} else {");
      call(out, putTag, "0");
      out.close("}");
      return;
    }
    CForm.Variant variant = (CForm.Variant) value.form();
    out.line("switch ((int)" + value.member("tag", variant).text() + ") {");
    for (PlanStep.Alternative alternative : choose.alternatives()) {
      out.open("case " + variant.constants().get(alternative.tag()).name() + ":");
      call(out, putTag, String.valueOf(alternative.tag()));
      print(alternative.steps(), out);
      out.line("break;").end();
    }
    out.open("default:").line("gev_cursor_fail(" + cursor + ");").end().line("}");
  }
}
