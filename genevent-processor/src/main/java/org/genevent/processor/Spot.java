package org.genevent.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;

/**
 * What a finding of the processor points at: an element, an annotation on it, or a value in that annotation.
 *
 * @param element the element
 * @param mirror the annotation, if the finding is about one
 * @param value the annotation's value, if the finding is about one
 * @param usedAt the user's own element that led here, for elements that may have been compiled elsewhere
 */
record Spot(
    Element element,
    Optional<AnnotationMirror> mirror,
    Optional<AnnotationValue> value,
    Optional<Spot> usedAt) {

  static Spot of(Element element) {
    return new Spot(element, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Spot of(AnnotationUse use) {
    return of(use.element()).on(use);
  }

  static Spot of(AnnotationUse use, String attribute) {
    return of(use).at(use.value(attribute));
  }

  /** The same annotation's value, or the annotation where it was not given. */
  Spot at(Optional<AnnotationValue> annotationValue) {
    return new Spot(element, mirror, annotationValue, usedAt);
  }

  /** An annotation on the same element. */
  Spot on(AnnotationUse use) {
    return new Spot(element, Optional.of(use.mirror()), Optional.empty(), usedAt);
  }

  /** Another element that was reached from this one: the findings in it can be told here. */
  Spot reach(Element other) {
    return new Spot(other, Optional.empty(), Optional.empty(), Optional.of(usedAt.orElse(this)));
  }

  Place place() {
    return new Place.OnElement(this, describe(element));
  }

  Origin origin() {
    return Origin.of(place());
  }

  /** An origin whose parts are the values of annotations. */
  OriginBuilder withParts() {
    return new OriginBuilder(this);
  }

  /** The element's name as the user knows it, for example {@code ShopEvents.orderAccepted(items)}. */
  static String describe(Element element) {
    Element around = element.getEnclosingElement();
    String name = element.getSimpleName().toString();
    if (element.getKind() == ElementKind.PARAMETER && around != null) {
      return describe(around) + "(" + name + ")";
    }
    boolean nested = around instanceof TypeElement;
    return nested ? describe(around) + "." + name : name;
  }

  /** Gathers the places of a declaration's parts. */
  static final class OriginBuilder {
    private final Spot whole;
    private final Map<String, Place> parts = new LinkedHashMap<>();

    private OriginBuilder(Spot whole) {
      this.whole = whole;
    }

    /** A part that is said by an annotation's value; the first annotation that says it counts. */
    OriginBuilder part(String name, Optional<AnnotationUse> use, String attribute) {
      use.flatMap(annotation -> annotation.value(attribute))
          .ifPresent(value ->
              parts.putIfAbsent(name, whole.on(use.get()).at(Optional.of(value)).place()));
      return this;
    }

    Origin build() {
      return Origin.of(whole.place(), parts);
    }
  }
}
