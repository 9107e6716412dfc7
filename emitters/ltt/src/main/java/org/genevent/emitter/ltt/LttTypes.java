package org.genevent.emitter.ltt;

import java.util.OptionalInt;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** What of field classes LTT cannot express; a reference is not followed, as its type is checked where it stands. */
record LttTypes(LttChecks checks, Metrics metrics) {

  private static final String ASSERTION = "LTTV's reader ends with an assertion there";

  void check(FieldClass fieldClass, Origin origin) {
    if (fieldClass instanceof BooleanFieldClass) {
      checks.unsupported(
          origin.place(),
          "boolean",
          "the original knew numbers only",
          "use uchar, or a byte in Java");
    } else if (fieldClass instanceof VariantFieldClass) {
      checks.unsupported(
          origin.place(),
          "variant",
          "the original knew no field that tells what another one is",
          "make an event of each option");
    } else if (fieldClass instanceof OptionalFieldClass) {
      checks.unsupported(
          origin.place(),
          "optional value",
          "the original knew no field that may be absent",
          "use a value that stands for none, or a sequence, which may be empty");
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      enumeration.labels().forEach(this::label);
    } else if (fieldClass instanceof StructureFieldClass structure) {
      members(structure.members());
    } else if (fieldClass instanceof UnionFieldClass union) {
      unreadable(
          origin, "unions: it takes the sum of the members for the size", "write each member");
      members(union.members());
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      element(sequence.element(), origin);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      padded(array.element(), origin);
      element(array.element(), origin);
    }
  }

  private void members(Iterable<Field> members) {
    members.forEach(member -> checks.field(member, this));
  }

  private void label(EnumerationLabel label) {
    checks.describe(label.description(), label.origin());
    if (label.isRange()) {
      checks.unsupported(
          label.origin().part("value"),
          "label for a range of values",
          "a label of LTT has one value",
          "make a label of each value, or an integer of the field");
    } else if (label.firstValue() < 0 && !checks.isOfMid2007()) {
      unreadable(label.origin(), "negative values of labels before June 2007", "use other values");
    }
  }

  private void element(FieldClass element, Origin origin) {
    Origin place = origin.inner(Origin.ELEMENT);
    if (isDynamic(element)) {
      unreadable(
          place, "elements with strings or sequences inside", "write an event for each element");
    }
    check(element, place);
  }

  private void padded(FieldClass element, Origin origin) {
    OptionalInt bytes = metrics.fixedSizeBytes(element);
    if (bytes.isPresent() && metrics.strideBytes(element, bytes.getAsInt()) != bytes.getAsInt()) {
      unreadable(
          origin,
          "arrays whose elements need padding between them: it takes no padding for granted",
          "put the largest members first and fill the structure up, or use a sequence");
    }
  }

  private void unreadable(Origin origin, String what, String fix) {
    checks.add(
        DiagnosticCode.LTT_READER,
        origin.place(),
        "LTTV cannot read " + what,
        ASSERTION + "; genevent's own reader takes it",
        fix);
  }

  private static boolean isDynamic(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StructureFieldClass structure) {
      return structure.members().stream().anyMatch(member -> isDynamic(member.fieldClass()));
    } else if (resolved instanceof ArrayFieldClass array) {
      return isDynamic(array.element());
    }
    return !(resolved instanceof UnionFieldClass) && !Metrics.isScalar(resolved);
  }
}
