package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;

/** A function while it is made: its statements are printed first, so that only what they use is declared. */
final class CFunction {

  private final String head;
  private final List<String> parameters;
  private final List<String> locals = new ArrayList<>();
  private final CNames.Scope scope;

  /** The statements. */
  final CWriter body = new CWriter(1);

  /**
   * A function.
   *
   * @param head everything in front of the parameters
   * @param parameters the parameters with their types
   * @param names the names of the parameters
   */
  CFunction(String head, List<String> parameters, List<String> names) {
    this.head = head;
    this.parameters = List.copyOf(parameters);
    this.scope = new CNames.Scope(names);
  }

  /** Declares a local by its type; it gets the wanted name or one like it. */
  String local(String type, String wanted) {
    String name = scope.fresh(wanted);
    locals.add(Declarator.joined(type, name) + ";");
    return name;
  }

  /** Declares a local with its value. */
  String local(String type, String wanted, String value) {
    String name = scope.fresh(wanted);
    locals.add(Declarator.joined(type, name) + " = " + value + ";");
    return name;
  }

  /** A name that no parameter and no other local has, to be declared in a block. */
  String fresh(String wanted) {
    return scope.fresh(wanted);
  }

  void print(CWriter out) {
    out.function(head, parameters).open("{");
    // initialised ones first, each kind in the order of use
    locals.stream().filter(local -> local.contains(" = ")).forEach(out::line);
    locals.stream().filter(local -> !local.contains(" = ")).forEach(out::line);
    if (!locals.isEmpty()) {
      out.line("");
    }
    out.append(body).close("}");
  }
}
