package org.genevent.emitter.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.layout.Position;
import org.genevent.plan.PayloadPlan;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** What the printing of one payload has worked out so far: which local holds what. */
final class PayloadState {

  final PayloadPlan plan;
  final CValues values;
  final CFunction function;
  final PayloadMirror mirror;

  /** The locals that hold the positions behind items whose sizes only the values know, by base. */
  final Map<Integer, String> bases = new HashMap<>();

  /** Sequences whose pointer and length are in locals. */
  final Map<ValueSource, SequenceSteps.Frozen> sequences = new HashMap<>();

  /** The locals that hold the sizes of strings. */
  final Map<ValueSource, String> stringSizes = new HashMap<>();

  /** The functions that measure and write what only the values can tell. */
  final Map<PlanStep, WalkFunctions.Walk> walks = new HashMap<>();

  private String cursor = "";

  PayloadState(PayloadPlan plan, CValues values, CFunction function, PayloadMirror mirror) {
    this.plan = plan;
    this.values = values;
    this.function = function;
    this.mirror = mirror;
  }

  /** The payload's size, once it is measured. */
  String size() {
    return position(plan.write().end());
  }

  /** The local that measures and writes share. */
  String cursor() {
    if (cursor.isEmpty()) {
      cursor = function.local("struct gev_cursor", "cursor");
    }
    return cursor;
  }

  /** A position as a number of bytes from the payload's start. */
  String position(Position at) {
    if (at.base() == 0) {
      return String.valueOf(at.offsetBytes());
    }
    String base = bases.get(at.base());
    return at.offsetBytes() == 0 ? base : base + " + " + at.offsetBytes();
  }

  /** The number of elements, as a constant or as a local. */
  String count(OptionalInt declared, ValueSource source) {
    return declared.isPresent()
        ? String.valueOf(declared.getAsInt())
        : sequences.get(source).length();
  }
}
