package org.genevent.emit;

import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.layout.LayoutRule;

/** Prints planned facilities for one target. Implementations are stateless and have a public constructor. */
public interface Emitter {

  /**
   * The name in options, also the folder of its files.
   *
   * @return a short word in lower case, for example {@code java}
   */
  String name();

  /**
   * The options that {@link EmitRequest#option} can be asked for.
   *
   * @return the options, in the order of their help
   */
  default List<EmitterOption> options() {
    return List.of();
  }

  /**
   * The targets to plan for.
   *
   * @param requested what the user asked for
   * @return the same, or the one target that this emitter has
   */
  default List<Abi> targets(List<Abi> requested) {
    return requested;
  }

  /**
   * The layout rule to plan by.
   *
   * @param requested what the user asked for
   * @return the same, or the one rule that this emitter describes
   */
  default LayoutRule rule(LayoutRule requested) {
    return requested;
  }

  /**
   * Says what of the request this target cannot express.
   *
   * @param request the facilities; free of errors by the common checks
   * @return findings; an error among them keeps every emitter from being asked to emit
   */
  default List<Diagnostic> check(EmitRequest request) {
    return List.of();
  }

  /**
   * Prints.
   *
   * @param request the facilities; free of errors by {@link #check}
   * @return the files, in a stable order; the same request gives the same bytes
   */
  List<GeneratedFile> emit(EmitRequest request);
}
