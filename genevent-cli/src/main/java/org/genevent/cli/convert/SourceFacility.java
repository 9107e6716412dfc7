package org.genevent.cli.convert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;

/**
 * A facility of the trace that is read.
 *
 * @param facility what the trace says of it
 * @param dataModel the sizes of types that it keeps, or empty for those of the whole new trace
 * @param packed whether it alone keeps being packed, whatever the rest of the trace is
 */
record SourceFacility(Facility facility, Optional<DataModel> dataModel, boolean packed) {

  /** A facility that is laid out as the new trace is. */
  static SourceFacility of(Facility facility) {
    return new SourceFacility(facility, Optional.empty(), false);
  }

  /** A facility that keeps the sizes with which it was announced: a program of 32 bits on a kernel of 64 has others. */
  static SourceFacility announced(
      Facility facility, LttFacility loaded, LttTrace trace, Losses losses) {
    Optional<DataModel> model = model(loaded);
    if (model.isEmpty()) {
      losses.add(
          "the sizes of types of facility " + loaded.name() + ", which no data model has: int "
              + loaded.intBytes() + ", long " + loaded.longBytes() + ", pointer "
              + loaded.pointerBytes() + ", size_t " + loaded.sizeTBytes());
    }
    int word = model.map(DataModel::wordBytes).orElse(loaded.pointerBytes());
    if (loaded.alignmentBytes() != 0 && loaded.alignmentBytes() != word) {
      losses.add("the alignment of facility " + loaded.name() + " to at most "
          + loaded.alignmentBytes() + " bytes, which becomes that of its word");
    }
    boolean packed = loaded.alignmentBytes() == 0 && trace.alignmentBytes() != 0;
    return new SourceFacility(facility, model, packed);
  }

  /**
   * A facility that keeps the largest sizes with which it was announced, so that one class of events holds the values of all.
   *
   * @param loads every announcement of it
   */
  static SourceFacility widest(Facility facility, List<LttFacility> loads) {
    return new SourceFacility(
        facility,
        loads.stream()
            .map(SourceFacility::model)
            .flatMap(Optional::stream)
            .max(Comparator.comparingInt(SourceFacility::allBytes)),
        false);
  }

  /** Says what is lost of the announcements of a facility if they are one. */
  static void severalSizes(List<LttFacility> loads, Losses losses) {
    if (loads.stream().map(SourceFacility::model).distinct().count() > 1) {
      losses.add("the several sizes of types with which facility "
          + loads.get(0).name() + " was announced: it has the largest");
    }
  }

  private static int allBytes(DataModel model) {
    return model.sizeBytes(CType.INT)
        + model.sizeBytes(CType.LONG)
        + model.sizeBytes(CType.POINTER)
        + model.sizeBytes(CType.SIZE_T);
  }

  private static Optional<DataModel> model(LttFacility loaded) {
    for (DataModel model : DataModel.values()) {
      if (model.sizeBytes(CType.INT) == loaded.intBytes()
          && model.sizeBytes(CType.LONG) == loaded.longBytes()
          && model.sizeBytes(CType.POINTER) == loaded.pointerBytes()
          && model.sizeBytes(CType.SIZE_T) == loaded.sizeTBytes()) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  /** What facilities that are declared alike have in common, whatever their sizes are. */
  String declaration() {
    return declaration(facility);
  }

  /** What facilities that are declared alike have in common. */
  static String declaration(Facility facility) {
    return facility.name() + " " + FacilityChecksum.of(facility);
  }
}
