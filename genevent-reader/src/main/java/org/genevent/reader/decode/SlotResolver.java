package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.WireLocation;

/** Finds what lengths and selectors refer to, and gives their values a place in the {@link State}. */
final class SlotResolver {

  private final Function<Object, Place> places;
  private final List<Boolean> signed = new ArrayList<>();
  private References references;

  SlotResolver(Function<Object, Place> places) {
    this.places = places;
  }

  void references(References known) {
    references = known;
  }

  int count() {
    return signed.size();
  }

  boolean isSigned(SlotReference reference) {
    return signed.get(reference.slot());
  }

  /** The length of a field: an integer. A negative one is found where it is read. */
  SlotReference length(WireLocation location, String name) {
    return resolve(location, "length", name, "integer");
  }

  /** What chooses an option by its number. */
  SlotReference integer(WireLocation location, String name) {
    return resolve(location, "selector", name, "integer");
  }

  /** What chooses by being true. */
  SlotReference truth(WireLocation location, String name) {
    return resolve(location, "selector", name, "truth value");
  }

  /** What chooses an option by its label. */
  SlotReference selector(WireLocation location, String name) {
    return resolve(location, "tag", name, "enumeration");
  }

  /** The enumeration that a tag is; all that may be meant have the same labels, or it is none. */
  EnumerationNode enumeration(WireLocation location, String name) {
    List<Node> found = references.find(location).nodes();
    if (found.size() != 1 || !(found.get(0) instanceof EnumerationNode enumeration)) {
      throw failure(location, "tag", name, "enumeration");
    }
    return enumeration;
  }

  private SlotReference resolve(WireLocation location, String part, String name, String kind) {
    References.Found found = references.find(location);
    List<NumberNode> numbers = new ArrayList<>();
    for (Node node : found.nodes()) {
      NumberNode number = node instanceof EnumerationNode enumeration
          ? enumeration.container
          : node instanceof NumberNode one ? one : null;
      boolean truth = number instanceof Numbers.BooleanNode;
      if (number == null
          || truth != kind.equals("truth value")
          || !numbers.isEmpty() && number.signed != numbers.get(0).signed) {
        throw failure(location, part, name, kind);
      }
      numbers.add(number);
    }
    if (numbers.isEmpty()) {
      throw failure(location, part, name, kind);
    }
    int slot = numbers.size() == 1 ? ownSlot(numbers.get(0)) : sharedSlot(numbers);
    found.choices().forEach(choice -> choice.guard(slot));
    return new SlotReference(slot, !found.choices().isEmpty());
  }

  private int newSlot(NumberNode of) {
    signed.add(of.signed);
    return signed.size() - 1;
  }

  private int ownSlot(NumberNode of) {
    if (of.slot < 0) {
      of.slot = newSlot(of);
    }
    return of.slot;
  }

  private int sharedSlot(List<NumberNode> numbers) {
    int slot = newSlot(numbers.get(0));
    numbers.forEach(number -> number.addSharedSlot(slot));
    return slot;
  }

  private PlanFailure failure(WireLocation location, String part, String name, String kind) {
    String path =
        location.names().stream().map(Conventions::shown).collect(Collectors.joining("."));
    String article = kind.startsWith("e") || kind.startsWith("i") ? "an " : "a ";
    return new PlanFailure(Diagnostic.of(
            DiagnosticCode.TRACE_REFERENCE,
            places.apply(location),
            "the " + part + " '" + path + "' of '" + Conventions.shown(name) + "' is no " + kind
                + " that is read before it")
        .withRule("a " + part + " is " + article + kind
            + " in front of the field that refers to it, beside it or further out"));
  }
}
