package org.genevent.check;

import java.util.EnumSet;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;

/**
 * What the original accepted in silence although the C that it made of it was wrong. Whoever asks for leniency gets these
 * errors as warnings, as long as nothing is made of the facility that would be wrong.
 *
 * <p>Source: the facility XML reference, section 3 and the end of section 5.
 */
public enum OldTolerance {
  /** Nothing is generated and nothing computed that depends on sizes: check, checksum, migrate, compare. */
  READING(EnumSet.of(
      DiagnosticCode.NAME_NOT_IDENTIFIER,
      DiagnosticCode.NAME_KEYWORD,
      DiagnosticCode.NAME_TOO_LONG,
      DiagnosticCode.NAME_DUPLICATE,
      DiagnosticCode.NAME_COLLISION,
      DiagnosticCode.TYPE_ENUM_EMPTY,
      DiagnosticCode.TYPE_UNION_MEMBER,
      DiagnosticCode.TYPE_ARRAY_LENGTH,
      DiagnosticCode.TYPE_ELEMENT_EMPTY,
      DiagnosticCode.TYPE_TOO_LARGE)),
  /** Sizes and offsets are computed: names may be what they like. */
  LAYOUT(EnumSet.of(
      DiagnosticCode.NAME_NOT_IDENTIFIER,
      DiagnosticCode.NAME_KEYWORD,
      DiagnosticCode.NAME_TOO_LONG,
      DiagnosticCode.NAME_DUPLICATE,
      DiagnosticCode.NAME_COLLISION,
      DiagnosticCode.TYPE_ENUM_EMPTY)),
  /** Sources are generated, in which all of this would not compile. */
  GENERATING(EnumSet.noneOf(DiagnosticCode.class));

  private final Set<DiagnosticCode> accepted;

  OldTolerance(Set<DiagnosticCode> accepted) {
    this.accepted = accepted;
  }

  /**
   * Makes warnings of the errors that are accepted.
   *
   * @param findings takes them so from now on
   */
  public void applyTo(Findings findings) {
    findings.warnOnlyOf(accepted);
  }
}
