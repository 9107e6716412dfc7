package org.genevent.reader.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.genevent.contract.ChangeKind;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractTarget;
import org.genevent.contract.FacilityComparison;
import org.genevent.contract.FacilityContract;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Nearest;
import org.genevent.diagnostic.Place;

/** What is said of events that cannot be delivered, or not as a whole: the differences as {@code genevent diff} has them. */
final class Refusals {

  private static final String RULE =
      "fields are bound by name; numbers may be wider than in the trace, everything else has to be of one kind";

  private Refusals() {}

  private static Place place(InterfaceDescription description, String method) {
    String name = description.declared().getName() + (method.isEmpty() ? "" : "." + method);
    return new Place.OnElement(description.declared(), name);
  }

  static Diagnostic undescribed(Class<?> declared, String message) {
    return Diagnostic.of(
            DiagnosticCode.REPLAY_DESCRIPTION,
            new Place.OnElement(declared, declared.getName()),
            message)
        .withRule("replay needs the class and what the annotation processor wrote beside it");
  }

  static Diagnostic noFacility(InterfaceDescription description, List<String> known) {
    String name = description.contract().name();
    return Diagnostic.of(
            DiagnosticCode.REPLAY_NOTHING,
            place(description, ""),
            "the trace has no facility '" + name + "', so no method is called")
        .withRule(known.isEmpty() ? "it has none" : "it has: " + String.join(", ", known))
        .withFix(Nearest.question(name, known));
  }

  static Diagnostic noMethod(InterfaceDescription description, ContractEvent event) {
    FacilityContract contract = description.contract();
    List<String> known = contract.events().stream().map(ContractEvent::name).toList();
    return Diagnostic.of(
            DiagnosticCode.REPLAY_REFUSED,
            place(description, ""),
            "events '" + contract.name() + ":" + event.name()
                + "' of the trace are not delivered: the interface has no such event")
        .withRule("every event of a trace has a method of its name")
        .withFix(Nearest.question(event.name(), known));
  }

  static Diagnostic failure(InterfaceDescription description, String event, String why) {
    return Diagnostic.of(
            DiagnosticCode.REPLAY_REFUSED,
            place(description, description.method(event).getName()),
            notDelivered(description, event) + why)
        .withRule(RULE);
  }

  private static String notDelivered(InterfaceDescription description, String event) {
    return "events '" + description.contract().name() + ":" + event
        + "' of the trace are not delivered: ";
  }

  static Diagnostic valueUnknown(
      InterfaceDescription description, String event, String field, String what) {
    return Diagnostic.of(
            DiagnosticCode.REPLAY_VALUE,
            place(description, description.method(event).getName()),
            "the field '" + field + "' has values that Java does not have, and is null there: "
                + what)
        .withRule("labels and options are bound by name")
        .withFix("add it, or give what it became the old name: @Name(\"…\")");
  }

  /** The differences between the event in the trace and the declared one. */
  static List<ContractChange> changes(
      InterfaceDescription description, ContractEvent trace, List<ContractField> context) {
    FacilityContract contract = description.contract();
    ContractEvent declared = contract.event(trace.name()).orElseThrow();
    return FacilityComparison.compare(
        only(contract.name(), context, trace), only(contract.name(), contract.context(), declared));
  }

  private static FacilityContract only(
      String name, List<ContractField> context, ContractEvent event) {
    return new FacilityContract(
        name,
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        context,
        List.of(event),
        false,
        List.of());
  }

  /** Why an event is refused, if it is. */
  static Optional<Diagnostic> refused(
      InterfaceDescription description,
      ContractEvent event,
      List<ContractChange> changes,
      OptionalInt checksum) {
    String differences = changes.stream()
        .filter(change ->
            change.kind() == ChangeKind.FIELD_RETYPED || change.kind() == ChangeKind.FIELD_NARROWED)
        .map(change -> change.subject() + " " + change.text() + " ("
            + change.verdict(ContractTarget.JAVA).reason() + ")")
        .collect(Collectors.joining("; "));
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    String version = checksum.isPresent()
        ? " with the checksum " + String.format(Locale.ROOT, "0x%08X", checksum.getAsInt())
        : " that wrote it";
    return Optional.of(Diagnostic.of(
            DiagnosticCode.REPLAY_REFUSED,
            place(description, description.method(event.name()).getName()),
            notDelivered(description, event.name()) + differences)
        .withRule(RULE)
        .withFix("give the field its old type, or read the trace with the interface" + version));
  }

  /** Fields that only look renamed: their values arrive nowhere. */
  static List<Diagnostic> renamed(
      InterfaceDescription description, ContractEvent event, List<ContractChange> changes) {
    return changes.stream()
        .filter(change -> change.kind() == ChangeKind.FIELD_RENAMED)
        .map(change -> Diagnostic.of(
                DiagnosticCode.REPLAY_RENAMED,
                place(description, description.method(event.name()).getName()),
                change.subject() + ": " + change.text()
                    + "; its value is left out, and the argument is zero or empty")
            .withRule("fields are bound by name")
            .withFix("give the parameter the old name: @Name(\"…\")"))
        .toList();
  }
}
