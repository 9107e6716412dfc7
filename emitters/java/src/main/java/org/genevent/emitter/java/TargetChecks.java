package org.genevent.emitter.java;

import java.util.List;
import javax.lang.model.SourceVersion;
import org.genevent.abi.CType;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.binding.TracerNames;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.plan.EventPlan;
import org.genevent.plan.PlanStep;

/**
 * What of a facility a Java class cannot hold.
 *
 * <p>The limits are those of class files (65,535 constants in a class and bytes in a method, 255 words of parameters); what
 * generated code takes is estimated from above, so that a compiler never finds what was not found here.
 */
final class TargetChecks {

  private static final int MAX_PARAMETER_WORDS = 255;
  private static final int MAX_LABELS = 3_000;
  private static final int MAX_CODE_BYTES = 60_000;
  private static final int MAX_CONSTANTS = 60_000;

  private static final int CONSTANTS_OF_EVENT = 24;
  private static final int CONSTANTS_OF_STEP = 4;

  /** A put of a component of a record that may be null, with a wide index for every variable. */
  private static final int BYTES_OF_PUT = 32;

  /** Everything else: a loop, a choice, a check of a length. */
  private static final int BYTES_OF_STEP = 96;

  private final Tracer tracer;
  private final Findings findings;

  TargetChecks(Tracer tracer, Findings findings) {
    this.tracer = tracer;
    this.findings = findings;
  }

  /** Whether the option names a package. */
  static boolean packageName(String name, Findings findings) {
    if (name.isEmpty() || SourceVersion.isName(name)) {
      return true;
    }
    findings.add(Diagnostic.of(
            DiagnosticCode.TARGET_OPTION,
            Place.UNKNOWN,
            "the option '" + JavaEmitter.PACKAGE.name() + "' is '" + name
                + "', which cannot name a package")
        .withRule(
            "a package is named by identifiers with dots between them, none a keyword of Java"));
    return false;
  }

  void check() {
    long constants = 0;
    for (int i = 0; i < tracer.plan().events().size(); i++) {
      EventPlan event = tracer.plan().events().get(i);
      Origin origin = event.event().origin();
      String subject =
          "event '" + tracer.plan().facility().name() + "." + event.event().name() + "'";
      int words = 1 + (event.event().duration().isPresent() ? 2 : 0);
      parameters(subject, words, tracer.parameters(i), origin);
      code(subject, event.payload().write().steps(), origin);
      constants += CONSTANTS_OF_EVENT
          + (long) CONSTANTS_OF_STEP * count(event.payload().write().steps());
      if (tracer.binding().interfaceName().isPresent()) {
        declaredName(event.event(), tracer.binding().methods().get(i).name(), tracer.parameters(i));
      }
    }
    Origin origin = tracer.plan().facility().origin();
    parameters("the context", 1, tracer.binding().context(), origin);
    tracer
        .plan()
        .context()
        .ifPresent(context -> code("the context", context.write().steps(), origin));
    if (constants > MAX_CONSTANTS) {
      unsupported(
          origin,
          "facility '" + tracer.plan().facility().name() + "' has "
              + tracer.plan().events().size() + " events, too many for one Java class",
          "a class holds at most 65,535 constants, which is some 2,000 events",
          "make several facilities of it");
    }
    tracer.nested().forEach(this::nested);
  }

  private void unsupported(Origin origin, String message, String rule, String fix) {
    findings.add(Diagnostic.of(DiagnosticCode.TARGET_UNSUPPORTED, origin.place(), message)
        .withRule(rule)
        .withFix(fix));
  }

  private void parameters(String subject, int ownWords, List<JavaParameter> list, Origin origin) {
    if (ownWords + words(list) > MAX_PARAMETER_WORDS) {
      unsupported(
          origin,
          subject + " has " + list.size() + " fields, too many for a Java method",
          "the parameters of a method take at most 255 words; a long and a double take two",
          "put fields that belong together into a structure");
    }
  }

  private static int words(List<JavaParameter> parameters) {
    int words = 0;
    for (JavaParameter parameter : parameters) {
      boolean isWide = parameter.type() instanceof JavaType.Primitive primitive
          && List.of("long", "double").contains(primitive.keyword());
      words += isWide ? 2 : 1;
    }
    return words;
  }

  private void code(String subject, List<PlanStep> steps, Origin origin) {
    if (codeBytes(steps) > MAX_CODE_BYTES) {
      unsupported(
          origin,
          subject + " is made of " + count(steps) + " parts, too many for a Java method",
          "a method has at most 65,535 bytes of code",
          "make several events of it, or use arrays where parts repeat");
    }
  }

  private static long codeBytes(List<PlanStep> steps) {
    long bytes = 0;
    for (PlanStep step : steps) {
      boolean isPut = step instanceof PlanStep.PutScalar || step instanceof PlanStep.Pad;
      bytes += isPut ? BYTES_OF_PUT : BYTES_OF_STEP;
      if (step instanceof PlanStep.ForEach loop) {
        bytes += codeBytes(loop.body());
      } else if (step instanceof PlanStep.Choose choose) {
        for (PlanStep.Alternative one : choose.alternatives()) {
          bytes += BYTES_OF_STEP + codeBytes(one.steps());
        }
      }
    }
    return bytes;
  }

  private static int count(List<PlanStep> steps) {
    int count = 0;
    for (PlanStep step : steps) {
      count++;
      if (step instanceof PlanStep.ForEach loop) {
        count += count(loop.body());
      } else if (step instanceof PlanStep.Choose choose) {
        for (PlanStep.Alternative one : choose.alternatives()) {
          count += 1 + count(one.steps());
        }
      }
    }
    return count;
  }

  private void declaredName(Event event, String method, List<JavaParameter> parameters) {
    boolean clashes = parameters.isEmpty()
        && (method.equals(TracerNames.GET) || JavaNames.OBJECT_METHODS.contains(method));
    if (clashes) {
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_RESERVED,
              event.origin().place(),
              "the method '" + method + "()' cannot be an event")
          .withRule("a tracer class has a static method get(), and the methods of Object")
          .withFix("give the method another name, for example '" + method + "Called'"));
    }
  }

  private void nested(NestedType type) {
    Origin origin = tracer.plan().facility().origin();
    if (type instanceof NestedType.Enumeration enumeration) {
      labels(enumeration.labels());
    } else if (type instanceof NestedType.Structure structure) {
      parameters("a structure", 1, structure.components(), place(structure, origin));
    } else if (type instanceof NestedType.Choice choice) {
      choice
          .options()
          .forEach(option ->
              parameters("an option of a variant", 1, option.components(), place(option, origin)));
    }
  }

  private static Origin place(NestedType.Structure structure, Origin otherwise) {
    return structure.members().isEmpty()
        ? otherwise
        : structure.members().get(0).origin();
  }

  private void labels(List<EnumerationLabel> labels) {
    if (labels.size() > MAX_LABELS) {
      unsupported(
          labels.get(MAX_LABELS).origin(),
          "the enumeration has " + labels.size() + " labels, too many for a Java enum",
          "a Java enum has at most some " + MAX_LABELS + " constants",
          "make the field an integer");
    }
    int intBits = 8 * tracer.plan().abi().dataModel().sizeBytes(CType.INT);
    for (EnumerationLabel label : labels) {
      long rest = label.firstValue() >> intBits - 1;
      if (rest != 0 && rest != -1) {
        findings.add(Diagnostic.of(
                DiagnosticCode.TYPE_LABEL_VALUE,
                label.origin().part("value"),
                "the value " + label.firstValue() + " of the label '" + label.name()
                    + "' does not fit an int of " + intBits / 8 + " bytes")
            .withRule("Java tracers have the data model LP64, whatever other targets have"));
      }
    }
  }
}
