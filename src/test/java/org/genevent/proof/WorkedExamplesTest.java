package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.LayoutCalculator;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.layout.StructureLayout;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payloads that the original was seen to write: the layout reference, section 3.1. */
class WorkedExamplesTest {

  private static final IntegerFieldClass CHAR = IntegerFieldClass.ofType(CType.CHAR, true);
  private static final IntegerFieldClass UCHAR = IntegerFieldClass.ofType(CType.CHAR, false);

  @ParameterizedTest
  @CsvSource({
    "A, ILP32, false, 01 000000 8877665544332211 07, 0 4 12",
    "A, LP64, false, 01 00000000000000 8877665544332211 07, 0 8 16",
    "A, LP64, true, 01 8877665544332211 07, 0 1 9",
    "A, ILP32, true, 01 8877665544332211 07, 0 1 9",
    "B, ILP32, false, 616200 00 636465666700 0000 01 000000 02000000, 0 ? ? ?",
    "B, LP64, false, 616200 0000000000 636465666700 0000 01 00000000000000 0200000000000000, 0 ? ? ?",
    "B, ILP32, true, 616200 636465666700 01 02000000, 0 ? ? ?",
    "B, LP64, true, 616200 636465666700 01 0200000000000000, 0 ? ? ?",
    "C, ILP32, false, 02 000000 01000000 0200 0000 03000000 0400 0000 09, 0 ?",
    "C, LP64, false, 02 000000 01000000 0200 0000 03000000 0400 0000 00000000 09, 0 ?",
    "C, LP64, true, 02 01000000 0200 03000000 0400 09, 0 ?",
    "D, ILP32, false, 01 000000 0000c03f 00000000000002c0, 0 4 8",
    "D, LP64, false, 01 000000 0000c03f 00000000000002c0, 0 4 8",
    "D, LP64, true, 01 0000c03f 00000000000002c0, 0 1 5"
  })
  void theOriginalsPayloadsComeOutByteForByte(
      String payload, DataModel dataModel, boolean packed, String bytes, String offsets) {
    Map<Field, Object> example = example(payload);
    List<Field> fields = List.copyOf(example.keySet());
    Map<String, Object> values = new LinkedHashMap<>();
    example.forEach((field, value) -> values.put(field.name(), value));

    byte[] written = new ReferenceSerializer(
            dataModel, ByteOrder.LITTLE_ENDIAN, LayoutRule.LTT, packed)
        .payload(fields, values);
    assertEquals(bytes.replace(" ", ""), HexFormat.of().formatHex(written));

    StructureLayout layout =
        new LayoutCalculator(new Metrics(dataModel, LayoutRule.LTT, packed)).layOut(fields);
    assertEquals(offsets, offsets(layout));
    if (layout.sizeBytes().isPresent()) {
      assertEquals(OptionalInt.of(written.length), layout.sizeBytes());
    }
  }

  private static String offsets(StructureLayout layout) {
    StringBuilder text = new StringBuilder();
    for (FieldPlacement placement : layout.placements()) {
      OptionalInt offsetBytes = placement.offset().fixedBytes();
      text.append(text.isEmpty() ? "" : " ")
          .append(offsetBytes.isPresent() ? String.valueOf(offsetBytes.getAsInt()) : "?");
    }
    return text.toString();
  }

  private static Map<Field, Object> example(String payload) {
    Map<Field, Object> fields = new LinkedHashMap<>();
    switch (payload) {
      case "A" -> {
        fields.put(field("a", CHAR), 1L);
        fields.put(field("b", IntegerFieldClass.fixed(8, false)), 0x1122334455667788L);
        fields.put(field("c", UCHAR), 7L);
      }
      case "B" -> {
        fields.put(field("a", new StringFieldClass()), "ab");
        fields.put(field("b", new StringFieldClass()), "cdefg");
        fields.put(field("c", UCHAR), 1L);
        fields.put(field("d", IntegerFieldClass.ofType(CType.LONG, false)), 2L);
      }
      case "C" -> {
        StructureFieldClass element = new StructureFieldClass(List.of(
            field("x", IntegerFieldClass.fixed(4, false)),
            field("y", IntegerFieldClass.fixed(2, false))));
        fields.put(
            field("a", new SequenceFieldClass(UCHAR, element, false)),
            List.of(Map.of("x", 1L, "y", 2L), Map.of("x", 3L, "y", 4L)));
        fields.put(field("b", UCHAR), 9L);
      }
      default -> {
        fields.put(field("a", CHAR), 1L);
        fields.put(field("b", new FloatFieldClass(4)), 1.5);
        fields.put(field("c", new FloatFieldClass(8)), -2.25);
      }
    }
    return fields;
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }
}
