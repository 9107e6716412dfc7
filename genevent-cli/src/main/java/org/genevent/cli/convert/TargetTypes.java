package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Makes of declared fields what a format has of them; what it has not is left out and counted as a loss. */
final class TargetTypes {

  /** Labels that a label for a range of values may become. */
  private static final long MOST_OF_RANGE = 256;

  private final TargetFormat format;
  private final Descriptions descriptions;
  private final Renames renames;
  private final Losses losses;
  private final TargetIntegers integers;

  TargetTypes(
      TargetFormat format,
      Descriptions descriptions,
      TargetIntegers integers,
      Renames renames,
      Losses losses) {
    this.format = format;
    this.descriptions = descriptions;
    this.integers = integers;
    this.renames = renames;
    this.losses = losses;
  }

  /** The fields that the format has. */
  List<Field> fields(String where, List<Field> declared) {
    List<Field> fields = new ArrayList<>();
    Renames.Scope names = renames.new Scope(" in " + where);
    for (Field field : declared) {
      String name = where + "." + field.name();
      Optional<FieldClass> fieldClass = fieldClass(name, field.fieldClass().resolved());
      if (fieldClass.isEmpty()) {
        continue;
      }
      integers.format(field);
      fields.add(renames.named(
          new Field(
              names.take(field.name()),
              descriptions.of(field.description(), name),
              descriptions.format(field, name),
              fieldClass.get(),
              Origin.NONE),
          field.name()));
    }
    return fields;
  }

  private Optional<FieldClass> fieldClass(String where, FieldClass fieldClass) {
    if (fieldClass instanceof StructureFieldClass structure) {
      return Optional.of(new StructureFieldClass(fields(where, structure.members())));
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return fieldClass(where, array.element().resolved())
          .map(element -> new ArrayFieldClass(array.length(), element));
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      if (sequence.customWrite() && !format.isLtt()) {
        losses.add("that a function of one's own writes " + where + " (write=\"custom\")");
      }
      if (!format.isLtt() && sequence.length().resolved() instanceof IntegerFieldClass length) {
        integers.integer(where + PathFacts.LENGTH, length);
      }
      boolean custom = sequence.customWrite() && format.isLtt();
      return fieldClass(where, sequence.element().resolved())
          .map(element -> new SequenceFieldClass(sequence.length().resolved(), element, custom));
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      return Optional.of(enumeration(where, enumeration));
    } else if (fieldClass instanceof UnionFieldClass union) {
      return Optional.of(union(where, union));
    } else if (fieldClass instanceof IntegerFieldClass integer) {
      return Optional.of(integers.integer(where, integer));
    }
    return format.isLtt() ? ofLtt(where, fieldClass) : ofCtf(where, fieldClass);
  }

  private Optional<FieldClass> ofCtf(String where, FieldClass fieldClass) {
    if (fieldClass instanceof VariantFieldClass variant) {
      return Optional.of(new VariantFieldClass(fields(where, variant.options())));
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      return fieldClass(where, optional.element().resolved()).map(OptionalFieldClass::new);
    }
    return Optional.of(fieldClass);
  }

  private Optional<FieldClass> ofLtt(String where, FieldClass fieldClass) {
    if (fieldClass instanceof BooleanFieldClass) {
      losses.add("that " + where + " is a truth value: it becomes the number 0 or 1");
      return Optional.of(IntegerFieldClass.fixed(1, false));
    } else if (fieldClass instanceof VariantFieldClass variant) {
      losses.add("that " + where
          + " is a variant: each option becomes a field, empty if it is not the one");
      List<Field> options = new ArrayList<>();
      for (Field option : fields(where, variant.options())) {
        options.add(renames.named(
            new Field(
                option.name(),
                option.description(),
                option.format(),
                maybe(option.fieldClass()),
                Origin.NONE),
            renames.original(option)));
      }
      return Optional.of(new StructureFieldClass(options));
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      losses.add("that " + where + " is optional: none becomes empty");
      return fieldClass(where, optional.element().resolved()).map(this::maybe);
    }
    return Optional.of(fieldClass);
  }

  /** A list of none or one; of what may be empty itself, just that, as LTTV reads no lists of such. */
  private FieldClass maybe(FieldClass element) {
    if (element instanceof StringFieldClass) {
      return renames.emptyForNone(new StringFieldClass());
    }
    return isDynamic(element) ? renames.emptyForNone(element) : renames.noneOrOne(element);
  }

  private static boolean isDynamic(FieldClass fieldClass) {
    if (fieldClass instanceof StructureFieldClass structure) {
      return structure.members().stream().anyMatch(member -> isDynamic(member.fieldClass()));
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return isDynamic(array.element());
    }
    return fieldClass instanceof StringFieldClass || fieldClass instanceof SequenceFieldClass;
  }

  /** CTF has no union: its members are given one after the other. In LTT the widest member has its bytes. */
  private FieldClass union(String where, UnionFieldClass union) {
    if (format.isLtt()) {
      return new UnionFieldClass(fields(where, union.members()));
    }
    losses.add("that the members of " + where + " are a union: each is written");
    return new StructureFieldClass(fields(where, union.members()));
  }

  private FieldClass enumeration(String where, EnumerationFieldClass enumeration) {
    List<EnumerationLabel> labels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (EnumerationLabel label : enumeration.labels()) {
      if (format.isLtt()) {
        labelsOfLtt(where, label, labels, names);
      } else if (names.add(label.name())) {
        descriptions.of(label.description(), where + "=" + label.name());
        labels.add(label);
      } else {
        losses.add("the second range of the label " + label.name() + " of " + where);
      }
    }
    return new EnumerationFieldClass(labels);
  }

  private void labelsOfLtt(
      String where, EnumerationLabel label, List<EnumerationLabel> labels, Set<String> names) {
    long count = label.lastValue() - label.firstValue() + 1;
    String name = label.name().replaceAll("[^A-Za-z0-9_-]", "_");
    if (label.isRange()) {
      losses.add("that the label " + label.name() + " of " + where + " is one for many values");
    }
    if (label.isRange() && count > MOST_OF_RANGE
        || label.firstValue() < 0 && format == TargetFormat.LTT_0_7) {
      losses.add("the label " + label.name() + " of " + where);
      return;
    }
    for (long value = label.firstValue(); value <= label.lastValue(); value++) {
      String each = label.isRange() ? name + "_" + value : name;
      if (!each.equals(label.name()) && !label.isRange() || names.contains(each)) {
        losses.add("the name of the label '" + label.name() + "' of " + where);
      }
      if (names.add(each)) {
        labels.add(new EnumerationLabel(
            each,
            value,
            value,
            descriptions.of(label.description(), "the label " + each + " of " + where),
            Origin.NONE));
      }
    }
  }
}
