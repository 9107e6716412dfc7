package org.genevent.emitter.kernel;

import java.util.List;
import java.util.Optional;
import org.genevent.layout.Position;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/**
 * Prints what is done once for an event, before space is reserved: pointers and lengths are read into locals, and so is
 * every position behind an item whose size only the values know.
 */
final class MeasurePrinter {

  private final PayloadState state;
  private final WalkFunctions walkFunctions;
  private final CWriter out;
  private final String lost;
  private String lastBase = "";
  private int unchecked;

  /**
   * Prepares the printing.
   *
   * @param state takes the locals
   * @param walkFunctions makes functions for what only the values can tell
   * @param out takes the statements
   * @param lost the statement for an event that cannot be written
   */
  MeasurePrinter(PayloadState state, WalkFunctions walkFunctions, CWriter out, String lost) {
    this.state = state;
    this.walkFunctions = walkFunctions;
    this.out = out;
    this.lost = lost;
  }

  /** Prints the statements; afterwards the payload's size is an expression of locals and constants. */
  void print() {
    List<PlanStep> steps = state.plan.write().steps();
    for (int i = 0; i < steps.size(); i++) {
      print(steps.get(i), FieldComments.next(steps, i));
      if (unchecked == KernelLimits.SIZES_BETWEEN_CHECKS) {
        lostIf(lastBase + " > GEV_MAX_SIZE");
        unchecked = 0;
      }
    }
  }

  private void print(PlanStep step, Optional<ValueSource> next) {
    if (step instanceof PlanStep.Align align) {
      String alignment = String.valueOf(align.alignment().bytes());
      String name = next.map(source -> PayloadMirror.path(state.values.get(source)) + "_at")
          .orElse("end");
      base(align.base(), name, "gev_align(" + state.position(align.at()) + ", " + alignment + ")");
    } else if (step instanceof PlanStep.PutString put) {
      string(put);
    } else if (step instanceof PlanStep.PutLength put) {
      CValue sequence = state.values.get(put.sequence());
      String prefix = PayloadMirror.path(sequence) + "_";
      state.sequences.put(
          put.sequence(), SequenceSteps.freeze(state.function, sequence, prefix, out));
    } else if (step instanceof PlanStep.PutScalars put && put.count().isEmpty()) {
      int sizeBytes = put.elementSizeBytes();
      String length = checkedLength(put.value(), sizeBytes);
      sizedBase(put.end().base(), put.value(), sum(put.at(), Puts.product(length, sizeBytes)));
    } else if (step instanceof PlanStep.ForEach loop) {
      loop(loop);
    } else if (step instanceof PlanStep.Choose choose) {
      walk(step, choose.at(), choose.value());
      sizedBase(choose.endBase(), choose.value(), state.cursor() + ".at");
    }
  }

  private void loop(PlanStep.ForEach loop) {
    if (loop.elementSizeBytes().isEmpty()) {
      if (loop.count().isEmpty()) {
        checkedLength(loop.value(), 1);
      }
      walk(loop, loop.at(), loop.value());
      sizedBase(loop.end().base(), loop.value(), state.cursor() + ".at");
    } else if (loop.count().isEmpty()) {
      int strideBytes = loop.strideBytes().orElseThrow();
      String length = checkedLength(loop.value(), strideBytes);
      String extent = Puts.extent(length, loop.elementSizeBytes().getAsInt(), strideBytes);
      sizedBase(loop.end().base(), loop.value(), sum(loop.at(), extent));
    }
  }

  private void string(PlanStep.PutString put) {
    CValue text = state.values.get(put.value());
    String path = PayloadMirror.path(text);
    if (!path.equals(text.text())) {
      // a member: it must still be the same pointer when it is written
      String pointer = state.function.local("const char *", path);
      out.line(pointer + " = " + text.text() + ";");
      state.values.put(put.value(), new CValue(pointer, text.form(), false));
    }
    String size = state.function.local("size_t", path + "_size");
    out.line(size + " = gev_string_size(" + state.values.get(put.value()).text() + ");");
    state.stringSizes.put(put.value(), size);
    sizedBase(put.endBase(), put.value(), sum(put.at(), size));
  }

  private String checkedLength(ValueSource source, int strideBytes) {
    CForm.Sequence form = (CForm.Sequence) state.values.get(source).form();
    String length = state.sequences.get(source).length();
    lostIf(length + " > " + Puts.longest(form, strideBytes));
    return length;
  }

  private void walk(PlanStep step, Position at, ValueSource source) {
    WalkFunctions.Walk walk =
        walkFunctions.of(step, state.values.get(source), state.sequences.get(source));
    state.walks.put(step, walk);
    String cursor = "&" + state.cursor();
    out.line("gev_measure(" + cursor + ", " + state.position(at) + ");").line(walk.call(cursor));
    lostIf(state.cursor() + ".failed");
  }

  private void lostIf(String condition) {
    out.open("if (" + condition + ")").line(lost).end();
  }

  private void sizedBase(int number, ValueSource source, String value) {
    unchecked++;
    base(number, PayloadMirror.path(state.values.get(source)) + "_end", value);
  }

  private void base(int number, String name, String value) {
    lastBase = state.function.local("size_t", name);
    state.bases.put(number, lastBase);
    out.line(lastBase + " = " + value + ";");
  }

  private String sum(Position at, String size) {
    boolean start = at.base() == 0 && at.offsetBytes() == 0;
    return start ? size : state.position(at) + " + " + size;
  }
}
