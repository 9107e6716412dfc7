package org.genevent.cli.convert;

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
    boolean packed = loaded.alignmentBytes() == 0 && trace.alignmentBytes() != 0;
    return new SourceFacility(facility, model, packed);
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
    return facility.name() + " " + FacilityChecksum.of(facility);
  }
}
