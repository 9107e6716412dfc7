package org.genevent.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.NamedType;
import org.genevent.model.StructureFieldClass;

/** Field classes: their form, their nesting and their sizes. */
final class FieldClassChecks {

  private final NameChecks names;
  private final LayoutRule rule;
  private final List<Abi> abis;
  private final Findings findings;
  private final Map<FieldClass, Extent> extents = new IdentityHashMap<>();
  private final Metrics widest;

  FieldClassChecks(NameChecks names, LayoutRule rule, List<Abi> abis, Findings findings) {
    this.names = names;
    this.rule = rule;
    this.abis = abis;
    this.findings = findings;
    this.widest = new Metrics(DataModel.ILP64, LayoutRule.NATURAL, false);
  }

  void type(NamedType type) {
    if (bounded("type '" + type.name() + "'", type.fieldClass(), type.origin())) {
      form(type.fieldClass(), type.origin().inner(Origin.TYPE));
    }
  }

  /** Checks the context fields, which have less freedom than the fields of an event. */
  void context(List<Field> fields, Origin origin) {
    payload("the context", "context field", fields, origin);
    for (Field field : fields) {
      if (Extent.of(field.fieldClass(), extents).counted()) {
        findings.add(Diagnostic.of(
                DiagnosticCode.CONTEXT_FIELD,
                field.origin().place(),
                "the context field '"
                    + field.name()
                    + "' is, or has inside, a sequence, a variant or an optional value")
            .withRule(
                "babeltrace2 cannot read a context with a length or a tag in it, so a context has"
                    + " numbers, strings, enumerations, and arrays and structures of these")
            .withFix(
                "use a string (empty for none) or an array, or make it a field of the events"));
      }
    }
  }

  /** Checks the fields of an event or of the context, one by one and as a whole. */
  void payload(String subject, String kind, List<Field> fields, Origin origin) {
    StructureFieldClass whole = new StructureFieldClass(fields);
    NameChecks.Unique unique = names.unique(kind);
    for (Field field : fields) {
      names.identifier(kind, field.name(), field.origin());
      unique.addMember(field.name(), field.origin());
      FacilityChecks.description(field.description(), field.origin(), findings);
    }
    if (!bounded(subject, whole, origin)) {
      return;
    }
    long fixedBytes = 0;
    for (Field field : fields) {
      form(field.fieldClass(), field.origin().inner(Origin.TYPE));
      fixedBytes += fixedPart(field.fieldClass());
    }
    if (fixedBytes > Limits.FIXED_PAYLOAD_BYTES) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_TOO_LARGE,
              origin.place(),
              subject + " has more than " + Limits.FIXED_PAYLOAD_BYTES
                  + " bytes before any string or" + " sequence is counted")
          .withRule("an event has to fit into a sub-buffer")
          .withFix("make a large array a sequence, or write several events"));
    }
  }

  private void form(FieldClass fieldClass, Origin origin) {
    fieldClass.accept(new FieldClassForm(this, names, rule, abis, findings, origin));
  }

  /** A class inside another one; checked like any other. */
  void inner(FieldClass fieldClass, Origin origin) {
    form(fieldClass, origin);
  }

  /** What a class takes at least, on the target with the largest types. */
  long fixedPart(FieldClass fieldClass) {
    OptionalInt sizeBytes = widest.fixedSizeBytes(fieldClass);
    if (sizeBytes.isPresent()) {
      return sizeBytes.getAsInt();
    }
    // no fixed size: either strings and the like, or beyond all limits, which the extent's element
    // count tells
    return Extent.of(fieldClass, extents).elements() > Limits.FIXED_PAYLOAD_BYTES
        ? Limits.FIXED_PAYLOAD_BYTES + 1L
        : 0;
  }

  private boolean bounded(String subject, FieldClass fieldClass, Origin origin) {
    Extent extent = Extent.of(fieldClass, extents);
    if (extent.depth() > Limits.NESTING) {
      findings.add(Diagnostic.of(
          DiagnosticCode.TYPE_NESTING,
          origin.place(),
          subject + " nests " + extent.depth() + " levels of types, the limit is "
              + Limits.NESTING));
      return false;
    }
    if (extent.classes() > Limits.FIELD_CLASSES) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_UNFOLDS,
              origin.place(),
              subject + " is made of more than " + Limits.FIELD_CLASSES + " types")
          .withRule("every use of a named type counts with all that the type is made of"));
      return false;
    }
    return true;
  }
}
