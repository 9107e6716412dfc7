package org.genevent.processor;

import java.util.EnumSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeParameterElement;
import javax.tools.Diagnostic.Kind;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Place;
import org.genevent.diagnostic.Severity;

/** Hands findings to the compiler, at the user's own element. */
final class FindingPrinter {

  private static final Set<ElementKind> UNKNOWN_TO_ECLIPSE =
      EnumSet.of(ElementKind.RECORD, ElementKind.RECORD_COMPONENT, ElementKind.ENUM_CONSTANT);

  private final Messager messager;
  private final Set<String> sourceTypes;

  /** The Eclipse compiler has no positions of records, their components, enum constants and type parameters. */
  private final boolean isEclipse;

  /**
   * A printer.
   *
   * @param environment the compiler's
   * @param sourceTypes the qualified names of the outermost types that are compiled from source; read at each finding
   */
  FindingPrinter(ProcessingEnvironment environment, Set<String> sourceTypes) {
    this.messager = environment.getMessager();
    this.sourceTypes = sourceTypes;
    this.isEclipse = environment.getClass().getName().startsWith("org.eclipse.");
  }

  void print(Iterable<Diagnostic> findings) {
    findings.forEach(this::print);
  }

  void print(Diagnostic finding) {
    Kind kind = finding.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
    if (!(finding.place() instanceof Place.OnElement place)
        || !(place.handle() instanceof Spot spot)) {
      messager.printMessage(kind, finding.body());
      return;
    }
    if (hasPosition(spot.element()) || spot.usedAt().isEmpty()) {
      print(kind, finding.body(), spot);
    } else {
      // the finding goes to where the user named the type
      print(
          kind, finding.body() + "\n  in " + place.description(), spot.usedAt().get());
    }
  }

  /** Compilers have no positions in class files, and the Eclipse compiler not of everything in sources. */
  private boolean hasPosition(Element element) {
    if (!sourceTypes.contains(Shapes.outermost(element).toString())) {
      return false;
    }
    return !(isEclipse && UNKNOWN_TO_ECLIPSE.contains(element.getKind()));
  }

  private void print(Kind kind, String text, Spot spot) {
    if (spot.element() instanceof RecordComponentElement component) {
      messager.printMessage(kind, text, field(component));
    } else if (isEclipse && spot.element() instanceof TypeParameterElement parameter) {
      messager.printMessage(kind, text, parameter.getGenericElement());
    } else if (spot.mirror().isEmpty()) {
      messager.printMessage(kind, text, spot.element());
    } else if (spot.value().isEmpty()) {
      messager.printMessage(kind, text, spot.element(), spot.mirror().get());
    } else {
      messager.printMessage(
          kind, text, spot.element(), spot.mirror().get(), spot.value().get());
    }
  }

  /** javac knows the position of a component's field, which is that of the component, and none of the component. */
  private static Element field(RecordComponentElement component) {
    for (Element member : component.getEnclosingElement().getEnclosedElements()) {
      if (member.getKind() == ElementKind.FIELD
          && member.getSimpleName().equals(component.getSimpleName())) {
        return member;
      }
    }
    return component;
  }
}
