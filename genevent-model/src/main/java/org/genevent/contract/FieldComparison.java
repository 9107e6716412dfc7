package org.genevent.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares lists of fields, and what is inside them. */
final class FieldComparison {

  private final List<ContractChange> changes;

  FieldComparison(List<ContractChange> changes) {
    this.changes = changes;
  }

  private void add(ChangeKind kind, String subject, String text) {
    changes.add(ContractChange.of(kind, subject, text));
  }

  /** Compares fields; subjects are their names behind a prefix. */
  void compare(String prefix, List<ContractField> before, List<ContractField> after) {
    Map<ContractField, ContractField> renamed = renamed(before, after);
    for (int i = 0; i < before.size(); i++) {
      ContractField old = before.get(i);
      ContractField same = named(after, old.name());
      ContractField now = same == null ? renamed.get(old) : same;
      if (now == null) {
        add(
            ChangeKind.FIELD_REMOVED,
            prefix + old.name(),
            "the field is gone, was " + old.type().text());
        continue;
      }
      if (same == null) {
        add(
            ChangeKind.FIELD_RENAMED,
            prefix + now.name(),
            "the field was called '" + old.name() + "' (a guess: class and place are equal)");
      }
      types(prefix + now.name(), old.type(), now.type());
      moved(prefix, old, now, i == after.indexOf(now));
    }
    for (ContractField now : after) {
      if (named(before, now.name()) == null && !renamed.containsValue(now)) {
        add(
            ChangeKind.FIELD_ADDED,
            prefix + now.name(),
            "the field is new, " + now.type().text());
      }
    }
  }

  /** A field that went and one that came at its place, of the same class, are taken for one. */
  private static Map<ContractField, ContractField> renamed(
      List<ContractField> before, List<ContractField> after) {
    Map<ContractField, ContractField> renamed = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      ContractField old = before.get(i);
      ContractField now = after.get(i);
      if (named(after, old.name()) == null
          && named(before, now.name()) == null
          && Conversions.isSame(old.type(), now.type())) {
        renamed.put(old, now);
      }
    }
    return renamed;
  }

  private static ContractField named(List<ContractField> fields, String name) {
    for (ContractField field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private void moved(String prefix, ContractField old, ContractField now, boolean samePlace) {
    boolean isFixed = old.offsetBytes().isPresent() && now.offsetBytes().isPresent();
    boolean wasNever = old.offsetBytes().isEmpty() && now.offsetBytes().isEmpty();
    if (wasNever && !samePlace) {
      add(ChangeKind.FIELD_MOVED, prefix + now.name(), "lies behind other fields than before");
    } else if (wasNever
        && old.alignmentBytes().isPresent()
        && now.alignmentBytes().isPresent()
        && !old.alignmentBytes().equals(now.alignmentBytes())) {
      add(
          ChangeKind.FIELD_MOVED,
          prefix + now.name(),
          "was aligned to " + bytes(old.alignmentBytes().getAsInt()) + ", is aligned to "
              + bytes(now.alignmentBytes().getAsInt()));
    } else if (!old.offsetBytes().equals(now.offsetBytes())) {
      add(
          ChangeKind.FIELD_MOVED,
          prefix + now.name(),
          "offset was " + offset(old) + ", is " + offset(now)
              + (isFixed ? "" : ", as fields in front of it vary in size"));
    }
  }

  private static String bytes(int count) {
    return count + (count == 1 ? " byte" : " bytes");
  }

  private static String offset(ContractField field) {
    return field.offsetBytes().isPresent()
        ? Integer.toString(field.offsetBytes().getAsInt())
        : "not fixed";
  }

  private void types(String subject, ContractType before, ContractType after) {
    boolean maybeBefore = before instanceof ContractType.Maybe;
    boolean maybeAfter = after instanceof ContractType.Maybe;
    if (maybeBefore != maybeAfter) {
      add(ChangeKind.FIELD_OPTIONAL, subject, "was " + before.text() + ", is " + after.text());
    }
    ContractType old = before instanceof ContractType.Maybe maybe ? maybe.element() : before;
    ContractType now = after instanceof ContractType.Maybe maybe ? maybe.element() : after;
    if (Conversions.isSame(old, now)) {
      // members of equal structures can still lie elsewhere
      inner(subject, old, now);
    } else if (isSameKind(old, now)) {
      sameKind(subject, old, now);
    } else {
      add(ChangeKind.FIELD_RETYPED, subject, "was " + old.text() + ", is " + now.text());
    }
  }

  private static boolean isSameKind(ContractType old, ContractType now) {
    return old.getClass() == now.getClass()
        || Conversions.element(old) != null && Conversions.element(now) != null;
  }

  private void sameKind(String subject, ContractType old, ContractType now) {
    if (old instanceof ContractType.Enumeration a && now instanceof ContractType.Enumeration b) {
      new LabelComparison(changes).compare(subject, a.labels(), b.labels());
      if (!a.number().equals(b.number())) {
        number(subject, a, b, Conversions.isWidening(a.number(), b.number()));
      }
    } else if (Conversions.element(old) != null) {
      if (!lengthOf(old).equals(lengthOf(now))) {
        add(ChangeKind.FIELD_LENGTH, subject, "was " + length(old) + ", is " + length(now));
      }
      types(subject + "[]", Conversions.element(old), Conversions.element(now));
    } else if (old instanceof ContractType.Number || old instanceof ContractType.Floating) {
      number(subject, old, now, Conversions.isWidening(old, now));
    } else if (old instanceof ContractType.Union a && now instanceof ContractType.Union b) {
      compare(subject + ".", a.members(), b.members());
    } else {
      inner(subject, old, now);
    }
  }

  private void number(String subject, ContractType old, ContractType now, boolean widening) {
    add(
        widening ? ChangeKind.FIELD_WIDENED : ChangeKind.FIELD_NARROWED,
        subject,
        "was " + old.text() + ", is " + now.text());
  }

  private void inner(String subject, ContractType old, ContractType now) {
    if (old instanceof ContractType.Structure a && now instanceof ContractType.Structure b) {
      compare(subject + ".", a.members(), b.members());
    } else if (old instanceof ContractType.Variant a && now instanceof ContractType.Variant b) {
      options(subject, a.options(), b.options());
    } else if (Conversions.element(old) != null) {
      inner(subject + "[]", Conversions.element(old), Conversions.element(now));
    }
  }

  private void options(String subject, List<ContractField> before, List<ContractField> after) {
    for (ContractField old : before) {
      ContractField now = named(after, old.name());
      String of = subject + "." + old.name();
      if (now == null) {
        add(ChangeKind.OPTION_REMOVED, of, "the option is gone");
        continue;
      }
      int tagBefore = before.indexOf(old);
      int tagAfter = after.indexOf(now);
      if (tagBefore != tagAfter) {
        add(ChangeKind.OPTION_MOVED, of, "tag was " + tagBefore + ", is " + tagAfter);
      }
      types(of, old.type(), now.type());
    }
    for (ContractField now : after) {
      if (named(before, now.name()) == null) {
        add(ChangeKind.OPTION_ADDED, subject + "." + now.name(), "the option is new");
      }
    }
  }

  /** What makes lists of one element class different ones. */
  private static List<Object> lengthOf(ContractType list) {
    return list instanceof ContractType.FixedList fixed
        ? List.of("fixed", fixed.length())
        : List.of("varying", ((ContractType.VaryingList) list).lengthBits());
  }

  private static String length(ContractType list) {
    return list instanceof ContractType.FixedList fixed
        ? "an array of " + fixed.length()
        : "a sequence with a length of " + ((ContractType.VaryingList) list).lengthBits() + " bits";
  }
}
