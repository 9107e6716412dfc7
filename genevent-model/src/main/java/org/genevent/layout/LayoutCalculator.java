package org.genevent.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.StructureFieldClass;

/**
 * Places the fields of a payload.
 *
 * <p>An instance computes one layout after the other for the same target and rule; not safe for use by several threads.
 */
public final class LayoutCalculator {

  private final Metrics metrics;

  /**
   * A calculator for a target.
   *
   * @param metrics the target's sizes and the layout rule
   */
  public LayoutCalculator(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Places fields one after the other from the start of a payload.
   *
   * @param fields the fields, in the order of their bytes
   * @return the layout
   */
  public StructureLayout layOut(List<Field> fields) {
    return layOut(fields, new PositionTracker(metrics.word()));
  }

  private StructureLayout layOut(List<Field> members, PositionTracker tracker) {
    Alignment alignment = metrics.alignment(new StructureFieldClass(members));
    Position start = tracker.position();
    List<FieldPlacement> placements = new ArrayList<>(members.size());
    for (Field member : members) {
      placements.add(place(member, tracker));
    }
    Position end = tracker.position();
    OptionalInt sizeBytes = start.base() == end.base()
        ? OptionalInt.of(end.offsetBytes() - start.offsetBytes())
        : OptionalInt.empty();
    return new StructureLayout(placements, alignment, sizeBytes);
  }

  private FieldPlacement place(Field field, PositionTracker tracker) {
    FieldClass fieldClass = field.fieldClass().resolved();
    Alignment alignment = metrics.alignment(fieldClass);
    Gap gap = tracker.align(alignment);
    OptionalInt paddingBytes =
        gap instanceof Gap.Known known ? OptionalInt.of(known.sizeBytes()) : OptionalInt.empty();
    FieldOffset offset = FieldOffset.of(tracker.position());
    OptionalInt sizeBytes = metrics.fixedSizeBytes(fieldClass);
    Optional<StructureLayout> nested = Optional.empty();
    if (fieldClass instanceof StructureFieldClass structure) {
      nested = Optional.of(layOut(structure.members(), tracker));
    } else if (sizeBytes.isPresent()) {
      tracker.advance(sizeBytes.getAsInt());
    } else {
      tracker.newBase(metrics.endAlignment(fieldClass));
      if (metrics.padsAfter(fieldClass)) {
        tracker.align(metrics.word());
      }
    }
    return new FieldPlacement(field, offset, paddingBytes, sizeBytes, alignment, nested);
  }
}
