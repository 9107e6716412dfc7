package org.genevent.contract;

import java.util.List;
import org.genevent.contract.ContractChange.Verdict;

/** For whom a change breaks something, and why: the one table of these rules. */
final class VerdictRules {

  private static final String OWN_CLASSES = "a trace carries its own classes";
  private static final String BY_NAME = "readers bind by name";
  private static final String BYTES = "linked code writes other bytes";
  private static final String SAME_BYTES = "the bytes are the same";
  private static final String DESCRIBED = "the description by the old checksum says other bytes";

  private VerdictRules() {}

  static List<Verdict> of(ChangeKind kind) {
    return List.of(ctf(kind), kernel(kind), ltt(kind), java(kind));
  }

  private static Verdict breaking(ContractTarget target, String reason) {
    return new Verdict(target, true, reason);
  }

  private static Verdict fine(ContractTarget target, String reason) {
    return new Verdict(target, false, reason);
  }

  private static Verdict ctf(ChangeKind kind) {
    ContractTarget ctf = ContractTarget.CTF;
    return switch (kind) {
      case FACILITY_REMOVED, EVENT_REMOVED, FIELD_REMOVED, LABEL_REMOVED, OPTION_REMOVED ->
        breaking(ctf, "who asks for it by name finds nothing");
      case FACILITY_RENAMED, EVENT_RENAMED, FIELD_RENAMED, LABEL_RENAMED ->
        breaking(ctf, "who asks for the old name finds nothing");
      case FIELD_RETYPED -> breaking(ctf, "who expects the old kind of value gets another");
      case PAIR_REMOVED -> breaking(ctf, "what took from one to the other is not told any more");
      case FACILITY_ADDED, EVENT_ADDED, FIELD_ADDED, LABEL_ADDED, OPTION_ADDED, PAIR_ADDED ->
        fine(ctf, "who does not know it passes it over");
      case CHECKSUM,
          PACKING,
          TAIL_PADDING,
          FIELD_WIDENED,
          FIELD_NARROWED,
          FIELD_LENGTH,
          FIELD_OPTIONAL -> fine(ctf, OWN_CLASSES);
      case EVENT_ID, FIELD_MOVED, LABEL_RENUMBERED, OPTION_MOVED -> fine(ctf, BY_NAME);
    };
  }

  private static Verdict kernel(ChangeKind kind) {
    ContractTarget kernel = ContractTarget.KERNEL;
    return switch (kind) {
      case FACILITY_REMOVED, FACILITY_RENAMED ->
        breaking(kernel, "linked code announces the old name");
      case CHECKSUM -> breaking(kernel, "linked code announces the old checksum");
      case EVENT_REMOVED -> breaking(kernel, "linked code still writes it");
      case EVENT_ID -> breaking(kernel, "linked code writes the old id");
      case PACKING,
          TAIL_PADDING,
          FIELD_ADDED,
          FIELD_REMOVED,
          FIELD_WIDENED,
          FIELD_NARROWED,
          FIELD_RETYPED,
          FIELD_LENGTH,
          FIELD_OPTIONAL,
          FIELD_MOVED -> breaking(kernel, BYTES);
      case LABEL_REMOVED, LABEL_RENUMBERED, OPTION_REMOVED, OPTION_MOVED ->
        breaking(kernel, "linked code writes the old number");
      case FACILITY_ADDED, EVENT_ADDED, LABEL_ADDED, OPTION_ADDED ->
        fine(kernel, "linked code never writes it");
      case EVENT_RENAMED, FIELD_RENAMED, LABEL_RENAMED -> fine(kernel, SAME_BYTES);
      case PAIR_ADDED, PAIR_REMOVED -> fine(kernel, SAME_BYTES);
    };
  }

  private static Verdict ltt(ChangeKind kind) {
    ContractTarget ltt = ContractTarget.LTT;
    return switch (kind) {
      case FACILITY_REMOVED, FACILITY_RENAMED ->
        breaking(ltt, "the trace announces a facility that nobody describes");
      case CHECKSUM -> breaking(ltt, "descriptions are found by name and checksum");
      case EVENT_REMOVED -> breaking(ltt, "the id in the trace has no event");
      case EVENT_ID -> breaking(ltt, "the id in the trace is another event's, or nobody's");
      case PACKING, TAIL_PADDING ->
        breaking(ltt, "the checksum does not tell, so offsets are taken wrong");
      case FIELD_ADDED,
          FIELD_REMOVED,
          FIELD_WIDENED,
          FIELD_NARROWED,
          FIELD_RETYPED,
          FIELD_LENGTH,
          FIELD_OPTIONAL,
          FIELD_MOVED -> breaking(ltt, DESCRIBED);
      case LABEL_REMOVED -> breaking(ltt, "numbers in the trace have no label");
      case LABEL_RENUMBERED ->
        breaking(ltt, "the checksum does not tell, so numbers get a wrong label");
      case OPTION_ADDED, OPTION_REMOVED, OPTION_MOVED -> breaking(ltt, DESCRIBED);
      case FACILITY_ADDED, EVENT_ADDED, LABEL_ADDED -> fine(ltt, "the old trace does not have it");
      case EVENT_RENAMED, FIELD_RENAMED, LABEL_RENAMED -> fine(ltt, SAME_BYTES);
      case PAIR_ADDED, PAIR_REMOVED -> fine(ltt, "LTT does not tell pairs");
    };
  }

  private static Verdict java(ChangeKind kind) {
    ContractTarget java = ContractTarget.JAVA;
    return switch (kind) {
      case FACILITY_REMOVED, FACILITY_RENAMED ->
        breaking(java, "no interface takes its events by that name");
      case EVENT_REMOVED, EVENT_RENAMED -> breaking(java, "no method takes it by that name");
      case FIELD_RENAMED ->
        breaking(java, "the old value is left out, the new argument is zero or empty");
      case FIELD_NARROWED -> breaking(java, "not every value fits into the argument");
      case FIELD_RETYPED -> breaking(java, "the value cannot be the argument");
      case LABEL_REMOVED, LABEL_RENAMED -> breaking(java, "no constant has the label");
      case OPTION_REMOVED -> breaking(java, "no record has the option's name");
      case FACILITY_ADDED, EVENT_ADDED -> fine(java, "its methods are not called");
      case FIELD_ADDED -> fine(java, "the argument is zero, empty or absent");
      case FIELD_REMOVED -> fine(java, "the value is left out");
      case FIELD_WIDENED -> fine(java, "the value fits into the argument");
      case FIELD_LENGTH -> fine(java, "the argument is an array of any length");
      case FIELD_OPTIONAL -> fine(java, "absent is zero or empty where it must be something");
      case CHECKSUM, PACKING, TAIL_PADDING -> fine(java, "another version is bound field by field");
      case EVENT_ID, FIELD_MOVED, LABEL_RENUMBERED, OPTION_MOVED -> fine(java, "bound by name");
      case LABEL_ADDED, OPTION_ADDED -> fine(java, "old traces do not have it");
      case PAIR_ADDED, PAIR_REMOVED -> fine(java, "methods are called one by one");
    };
  }
}
