package org.genevent.emitter.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.layout.Position;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** Prints the stores of a payload, from the locals that {@link MeasurePrinter} made. */
final class StorePrinter {

  private final PayloadState state;
  private final CWriter out;
  private final String to;
  private final String payload;
  private final List<String> torn;
  private final FieldComments comments;
  private final Map<Integer, String> elementPointers = new HashMap<>();

  /**
   * Prepares the printing.
   *
   * @param state has the locals
   * @param out takes the statements
   * @param to the address of the payload as bytes
   * @param payload the address of the payload as its mirror
   * @param torn the statements for an event whose values changed while they were written
   */
  StorePrinter(PayloadState state, CWriter out, String to, String payload, List<String> torn) {
    this.state = state;
    this.out = out;
    this.to = to;
    this.payload = payload;
    this.torn = torn;
    this.comments = new FieldComments(state.plan.layout());
  }

  void print() {
    List<PlanStep> steps = state.plan.write().steps();
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      PayloadMirror.Member member = state.mirror.of(step);
      if (member == null) {
        comments.before(steps, i, out);
      }
      WalkFunctions.Walk walk = state.walks.get(step);
      if (walk != null) {
        write(step, walk);
      } else if (member != null && !(step instanceof PlanStep.ForEach)) {
        store(step, payload + "->" + member.name());
      } else {
        put(step, out);
      }
    }
  }

  /** A position as an address. */
  private String address(Position at) {
    String element = elementPointers.get(at.base());
    if (element != null) {
      return at.offsetBytes() == 0 ? element : element + " + " + at.offsetBytes();
    }
    boolean start = at.base() == 0 && at.offsetBytes() == 0;
    return start ? to : to + " + " + state.position(at);
  }

  private void write(PlanStep step, WalkFunctions.Walk walk) {
    boolean chosen = step instanceof PlanStep.Choose;
    Position at = chosen ? ((PlanStep.Choose) step).at() : ((PlanStep.ForEach) step).at();
    int end = chosen
        ? ((PlanStep.Choose) step).endBase()
        : ((PlanStep.ForEach) step).end().base();
    String cursor = "&" + state.cursor();
    out.line("gev_write(" + cursor + ", " + to + ", " + state.position(at) + ", "
            + state.bases.get(end) + ");")
        .line(walk.call(cursor))
        .open("if (!gev_written(" + cursor + ")) {");
    torn.forEach(out::line);
    out.close("}");
  }

  /** Stores into a member of the mirror. */
  private void store(PlanStep step, String member) {
    if (step instanceof PlanStep.Pad pad) {
      out.line("gev_zero(" + member + ", " + pad.sizeBytes() + ");");
    } else if (step instanceof PlanStep.PutScalar put) {
      CValue value = state.values.get(put.value());
      String text = value.text();
      if (Puts.isSwapped(value.form())) {
        String type = Declarator.type(value.form());
        String bits = Puts.bits(text, put.sizeBytes(), true);
        text = type.equals(Puts.unsigned(put.sizeBytes())) ? bits : "(" + type + ")" + bits;
      }
      out.line(member + " = " + text + ";");
    } else if (step instanceof PlanStep.PutUnion put) {
      putUnion(put, member, out);
    } else if (step instanceof PlanStep.PutLength put) {
      out.line(member + " = " + lengthBits(put) + ";");
    } else if (step instanceof PlanStep.PutScalars put) {
      putScalars(put, member, out);
    }
  }

  private void put(PlanStep step, CWriter out) {
    if (step instanceof PlanStep.Pad pad) {
      out.line("gev_zero(" + address(pad.at()) + ", " + pad.sizeBytes() + ");");
    } else if (step instanceof PlanStep.Align align) {
      String from = state.position(align.at());
      out.line("gev_zero(" + address(align.at()) + ", " + state.bases.get(align.base()) + " - "
          + (from.contains(" ") ? "(" + from + ")" : from) + ");");
    } else if (step instanceof PlanStep.PutScalar put) {
      putScalar(put, out);
    } else if (step instanceof PlanStep.PutString put) {
      out.line("gev_put_string(" + address(put.at()) + ", "
          + state.values.get(put.value()).text() + ", " + state.stringSizes.get(put.value())
          + ");");
    } else if (step instanceof PlanStep.PutUnion put) {
      putUnion(put, address(put.at()), out);
    } else if (step instanceof PlanStep.PutLength put) {
      bits(put.at(), put.sizeBytes(), lengthBits(put), out);
    } else if (step instanceof PlanStep.PutScalars put) {
      putScalars(put, address(put.at()), out);
    } else if (step instanceof PlanStep.ForEach loop) {
      putLoop(loop, out);
    }
  }

  private void putScalar(PlanStep.PutScalar put, CWriter out) {
    CValue value = state.values.get(put.value());
    if (Puts.isSwapped(value.form())) {
      bits(put.at(), put.sizeBytes(), Puts.bits(value.text(), put.sizeBytes(), true), out);
    } else {
      out.line(
          "gev_copy(" + address(put.at()) + ", " + value.address() + ", " + put.sizeBytes() + ");");
    }
  }

  private void bits(Position at, int sizeBytes, String bits, CWriter out) {
    out.line("gev_put_u" + sizeBytes * 8 + "(" + address(at) + ", " + bits + ");");
  }

  private String lengthBits(PlanStep.PutLength put) {
    CForm.Sequence form = (CForm.Sequence) state.values.get(put.sequence()).form();
    String length = state.sequences.get(put.sequence()).length();
    return Puts.bits(length, put.sizeBytes(), form.lengthSwapped());
  }

  private void putUnion(PlanStep.PutUnion put, String address, CWriter out) {
    CValue union = state.values.get(put.value());
    out.line((mayBeMissing(put.value()) ? "gev_copy_or_zero(" : "gev_copy(") + address + ", "
        + union.address() + ", " + put.sizeBytes() + ");");
  }

  /** Whether callers may pass NULL for the value itself. */
  private boolean mayBeMissing(ValueSource source) {
    return source instanceof ValueSource.Parameter && state.values.get(source).pointer();
  }

  private void putScalars(PlanStep.PutScalars put, String address, CWriter out) {
    CValue value = state.values.get(put.value());
    String count = state.count(put.count(), put.value());
    int sizeBytes = put.elementSizeBytes();
    if (value.form() instanceof CForm.Sequence sequence && sequence.custom()) {
      putCustom(sequence, value, count, address, out);
      return;
    }
    SequenceSteps.Frozen frozen = state.sequences.get(put.value());
    String elements = frozen == null ? value.elements() : frozen.elements();
    boolean missing = frozen == null && mayBeMissing(put.value());
    if (Puts.isSwapped(SequenceSteps.element(value.form()))) {
      String i = state.function.local("size_t", "i");
      String item = elements + "[" + i + "]";
      String present = missing ? "(" + elements + " ? " + item + " : 0)" : item;
      String bytes = state.mirror.of(put) == null ? address : "(unsigned char *)" + address;
      out.open("for (" + i + " = 0; " + i + " < " + count + "; " + i + "++)")
          .line("gev_put_u" + sizeBytes * 8 + "(" + bytes + " + " + Puts.product(i, sizeBytes)
              + ", " + Puts.bits(present, sizeBytes, true) + ");")
          .end();
    } else {
      out.line((missing ? "gev_copy_or_zero(" : "gev_copy(") + address + ", " + elements + ", "
          + Puts.product(count, sizeBytes) + ");");
    }
  }

  private static void putCustom(
      CForm.Sequence sequence, CValue value, String count, String address, CWriter out) {
    out.open("if (" + count + ")")
        .line(SequenceSteps.putCustom(sequence, address, value, count))
        .end();
  }

  private void putLoop(PlanStep.ForEach loop, CWriter out) {
    CValue array = state.values.get(loop.value());
    String count = state.count(loop.count(), loop.value());
    if (array.form() instanceof CForm.Sequence sequence && sequence.custom()) {
      putCustom(sequence, array, count, address(loop.at()), out);
      return;
    }
    CForm form = SequenceSteps.element(array.form());
    String i = state.function.local("size_t", "i");
    String at = state.function.fresh("at");
    String element = state.function.fresh("element");
    elementPointers.put(loop.loopBase(), at);
    state.values.put(loop.element(), new CValue(element, form, true));
    CWriter body = new CWriter(out.depth() + 1);
    int strideBytes = loop.strideBytes().orElseThrow();
    int gapBytes = strideBytes - loop.elementSizeBytes().orElseThrow();
    if (gapBytes > 0) {
      body.open("if (" + i + ")")
          .line("gev_zero(" + at + " - " + gapBytes + ", " + gapBytes + ");")
          .end();
    }
    loop.body().forEach(step -> put(step, body));
    // behind the loop the same base is where the last element ends
    elementPointers.remove(loop.loopBase());
    if (body.isEmpty()) {
      return;
    }
    out.open("for (" + i + " = 0; " + i + " < " + count + "; " + i + "++) {")
        .line("unsigned char *" + at + " = " + address(loop.at()) + " + "
            + Puts.product(i, strideBytes) + ";");
    if (state.values.isUsed(element)) {
      out.line(Declarator.pointer(form) + element + " = " + item(loop, array, form, i) + ";");
    }
    out.line("").append(body).close("}");
  }

  /** The address of an element, or of zeros if callers may leave the array out and did. */
  private String item(PlanStep.ForEach loop, CValue array, CForm form, String i) {
    SequenceSteps.Frozen frozen = state.sequences.get(loop.value());
    String elements = frozen == null ? array.elements() : frozen.elements();
    String item = "&" + elements + "[" + i + "]";
    if (frozen != null || !mayBeMissing(loop.value())) {
      return item;
    }
    String zero = state.function.local("static const " + Declarator.type(form), "no_" + elements);
    return elements + " ? " + item + " : &" + zero;
  }
}
