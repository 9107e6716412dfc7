package org.genevent.processor;

import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;

/** Finds annotations on types for which they mean nothing. */
final class MarkChecks {

  private final Report report;

  MarkChecks(Report report) {
    this.report = report;
  }

  /** For types of which no annotation says more. */
  void refuseAll(Marks marks, Spot spot, CharSequence type) {
    refuseUnsigned(marks, spot, type);
    refuseHex(marks, spot, type);
    refuseLength(marks, spot, type);
  }

  void refuseUnsigned(Marks marks, Spot spot, CharSequence type) {
    boolean isUnsigned = type.equals("char") || type.equals("ByteBuffer");
    refuse(
        marks.unsigned(),
        spot,
        DiagnosticCode.JAVA_UNSIGNED,
        type,
        isUnsigned
            ? "its values are unsigned already"
            : "only byte, short, int and long have a sign to leave out",
        "leave out @Unsigned");
  }

  void refuseHex(Marks marks, Spot spot, CharSequence type) {
    refuse(
        marks.hex(),
        spot,
        DiagnosticCode.JAVA_HEX,
        type,
        "only integers are shown in hexadecimal",
        "leave out @Hex");
  }

  void refuseLength(Marks marks, Spot spot, CharSequence type) {
    refuse(
        marks.length(),
        spot,
        DiagnosticCode.JAVA_LENGTH,
        type,
        "only arrays and ByteBuffer have a number of elements to declare",
        "leave out @Length, or pass an array");
  }

  void refuseNullable(Marks marks, Spot spot, CharSequence type) {
    refuse(
        marks.nullable(),
        spot,
        DiagnosticCode.JAVA_NULLABLE,
        type,
        "a primitive value is always there",
        "leave it out, or pass the box or an Optional");
  }

  private void refuse(
      Optional<AnnotationUse> mark,
      Spot spot,
      DiagnosticCode code,
      CharSequence type,
      String rule,
      String fix) {
    mark.ifPresent(use -> report.add(
        code, spot.on(use), use.sign() + " means nothing for the type '" + type + "'", rule, fix));
  }
}
