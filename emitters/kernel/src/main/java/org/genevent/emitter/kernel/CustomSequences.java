package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.VariantFieldClass;

/** Searches fields for sequences that are written by hand and whose elements have different sizes. */
final class CustomSequences {

  /**
   * A sequence of that kind.
   *
   * @param field the field that it is, or is inside of
   * @param path the names on the way to it
   */
  record Found(Field field, String path) {}

  private final Metrics metrics;
  private final List<Found> found = new ArrayList<>();

  CustomSequences(Metrics metrics) {
    this.metrics = metrics;
  }

  List<Found> found() {
    return List.copyOf(found);
  }

  void field(Field field, String prefix) {
    search(field, field.fieldClass(), prefix + field.name());
  }

  private void search(Field field, FieldClass fieldClass, String path) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof SequenceFieldClass sequence) {
      if (sequence.customWrite() && metrics.fixedSizeBytes(sequence.element()).isEmpty()) {
        found.add(new Found(field, path));
      }
      search(field, sequence.element(), path);
    } else if (resolved instanceof ArrayFieldClass array) {
      search(field, array.element(), path);
    } else if (resolved instanceof OptionalFieldClass optional) {
      search(field, optional.element(), path);
    } else if (resolved instanceof StructureFieldClass structure) {
      structure.members().forEach(member -> field(member, path + "."));
    } else if (resolved instanceof VariantFieldClass variant) {
      variant.options().forEach(option -> field(option, path + "."));
    }
  }
}
