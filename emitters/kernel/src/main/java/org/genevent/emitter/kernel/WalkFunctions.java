package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** Makes functions that measure and write what only the values can tell. */
final class WalkFunctions {

  private static final String CURSOR = "cursor";

  /**
   * A function with what it is called with.
   *
   * @param function its name
   * @param arguments the arguments behind the cursor
   */
  record Walk(String function, String arguments) {
    /** The call as a statement. */
    String call(String cursor) {
      return function + "(" + cursor + ", " + arguments + ");";
    }
  }

  private final FileNames names;
  private final String prefix;
  private final String attributes;
  private final CWriter out;

  /**
   * Makes functions for one event.
   *
   * @param names the names at file scope
   * @param prefix how the functions' names begin
   * @param attributes what stands in front of the return type
   * @param out takes the functions
   */
  WalkFunctions(FileNames names, String prefix, String attributes, CWriter out) {
    this.names = names;
    this.prefix = prefix;
    this.attributes = attributes;
    this.out = out;
  }

  /** A function for a step: a loop over elements of different sizes, or a choice. */
  Walk of(PlanStep step, CValue value, SequenceSteps.Frozen frozen) {
    String path = PayloadMirror.path(value);
    String name = names.internal(prefix + "_" + path, prefix);
    out.line("").line("/* Measures or writes " + path + ". */");
    if (step instanceof PlanStep.ForEach loop) {
      return frozen == null ? array(name, loop, value) : sequence(name, loop, value, frozen);
    }
    return choice(name, (PlanStep.Choose) step, value);
  }

  private Walk sequence(
      String name, PlanStep.ForEach loop, CValue value, SequenceSteps.Frozen frozen) {
    CForm element = SequenceSteps.element(value.form());
    String elements = Declarator.pointer(element) + "elements";
    CFunction function = function(name, List.of(elements, "size_t length"), "elements", "length");
    CValues values = new CValues();
    values.put(loop.value(), new CValue("elements", value.form(), true));
    CursorSteps steps = new CursorSteps(function, values, CURSOR);
    steps.freeze(loop.value(), new SequenceSteps.Frozen("elements", "length"));
    steps.print(List.of(loop), function.body);
    function.print(out);
    return new Walk(name, frozen.elements() + ", " + frozen.length());
  }

  private Walk array(String name, PlanStep.ForEach loop, CValue value) {
    CForm element = SequenceSteps.element(value.form());
    String elements = Declarator.pointer(element) + "elements";
    CFunction function = function(name, List.of(elements), "elements");
    CValues values = new CValues();
    // the elements themselves, whatever structure is around them
    CForm.Array bare = new CForm.Array(((CForm.Array) value.form()).count(), element, "");
    values.put(loop.value(), new CValue("elements", bare, true));
    CursorSteps steps = new CursorSteps(function, values, CURSOR);
    if (loop.value() instanceof ValueSource.Parameter && value.pointer()) {
      steps.mayBeMissing(
          loop.value(),
          () -> element.isAggregate()
              ? "&" + function.local("static const " + Declarator.type(element), "none")
              : "NULL");
    }
    steps.print(List.of(loop), function.body);
    function.print(out);
    return new Walk(name, value.elements());
  }

  private Walk choice(String name, PlanStep.Choose choose, CValue value) {
    CForm form = value.form();
    boolean variant = form instanceof CForm.Variant;
    String type = variant ? Declarator.pointer(form) : Declarator.type(form);
    CFunction function = function(name, List.of(Declarator.joined(type, "value")), "value");
    CValues values = new CValues();
    values.put(choose.value(), new CValue("value", form, variant));
    if (variant && value.pointer()) {
      function
          .body
          .open("if (!value) {")
          .line("gev_cursor_fail(" + CURSOR + ");")
          .line("return;")
          .close("}");
    }
    new CursorSteps(function, values, CURSOR).print(List.of(choose), function.body);
    function.print(out);
    return new Walk(name, variant ? value.address() : value.text());
  }

  private CFunction function(String name, List<String> parameters, String... parameterNames) {
    List<String> all = new ArrayList<>();
    all.add("struct gev_cursor *" + CURSOR);
    all.addAll(parameters);
    List<String> allNames = new ArrayList<>(List.of(parameterNames));
    allNames.add(CURSOR);
    return new CFunction(attributes + "void " + name, all, allNames);
  }
}
