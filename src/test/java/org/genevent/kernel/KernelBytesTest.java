package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.kernel.CHeader.Declaration;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.StructureFieldClass;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.RandomValues;
import org.genevent.proof.ReferenceSerializer;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated functions write is, byte for byte, what the reference serialiser writes. */
class KernelBytesTest {

  /** So many facilities are compiled together. */
  private static final int FACILITIES = 40;

  /** So many values for each event. */
  private static final int VALUES = 3;

  @TempDir
  private Path folder;

  private final List<String> expected = new ArrayList<>();

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (CTarget target : CTarget.values()) {
      for (LayoutRule rule : LayoutRule.values()) {
        Seed.cases(1).forEach(seed -> cases.add(Arguments.of(target, rule, seed)));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void randomFacilitiesAreWrittenAsTheReferenceWritesThem(
      CTarget target, LayoutRule rule, Seed seed) {
    Random random = seed.random();
    CProgram program = new CProgram(folder, target);
    for (int i = 0; i < FACILITIES; i++) {
      Shape shape = rule == LayoutRule.LTT ? Shape.ltt() : Shape.everything();
      Facility facility = renamed(RandomFacility.of(random, shape), "f" + i + "x");
      CHeader header = program.facility(facility, rule);
      ReferenceSerializer reference = new ReferenceSerializer(
          target.abi().dataModel(), ByteOrder.LITTLE_ENDIAN, rule, facility.packed());
      for (Event event : facility.events()) {
        for (int n = 0; n < VALUES; n++) {
          call(program, header, facility, event, reference, random);
        }
      }
      program.split(i);
    }
    List<String> printed = program.run(random.nextBoolean() ? "-std=c11" : "-std=gnu11", "-O1");
    assertEquals(String.join("\n", expected), String.join("\n", printed), seed::toString);
    assertTrue(expected.size() >= FACILITIES, "there was something to compare");
  }

  private void call(
      CProgram program,
      CHeader header,
      Facility facility,
      Event event,
      ReferenceSerializer reference,
      Random random) {
    RandomValues values = new RandomValues(random, reference);
    String function = "genevent_" + facility.name() + "_" + event.name();
    CLiterals literals = new CLiterals(header);
    List<String> arguments = new ArrayList<>();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    if (!facility.context().isEmpty()) {
      Map<String, Object> context = values.of(facility.context());
      Declaration declared = header.functions().get(function).get(0);
      arguments.add(
          literals.argument(new StructureFieldClass(facility.context()), context, declared.type()));
      record.writeBytes(reference.payload(facility.context(), context));
    }
    List<String> before = new ArrayList<>();
    Map<String, Object> payload = new LinkedHashMap<>();
    if (event.duration().isPresent()) {
      long duration = random.nextLong();
      boolean written =
          Long.compareUnsigned(duration, event.duration().get().thresholdNanos()) >= 0;
      payload.put(EventDuration.FIELD_NAME, written ? duration : 0L);
      if (written) {
        function += "_end";
        arguments.add("1");
        before.add("harness_clock = " + Long.toUnsignedString(duration) + "ull + 1;");
      }
    }
    payload.putAll(values.of(event.fields()));
    List<Declaration> declared = header.functions().get(function);
    for (Field field : event.fields()) {
      String type = declared.get(arguments.size()).type();
      arguments.add(literals.argument(field.fieldClass(), payload.get(field.name()), type));
    }
    before.addAll(literals.statements());
    before.add(function + "(" + String.join(", ", arguments) + ");");
    program.call(before.toArray(String[]::new));

    byte[] bytes = reference.payload(event.payloadFields(), payload);
    while (bytes.length > 0 && record.size() % 8 != 0) {
      record.write(0);
    }
    record.writeBytes(bytes);
    expected.add("first " + facility.name() + ":" + event.name() + " " + facility.idOf(event) + " "
        + HexFormat.of().formatHex(record.toByteArray()) + ".");
  }

  private static Facility renamed(Facility facility, String prefix) {
    return new Facility(
        prefix + facility.name(),
        Optional.empty(),
        facility.packed(),
        facility.description(),
        facility.level(),
        facility.channel(),
        facility.context(),
        facility.types(),
        facility.events(),
        facility.pairs(),
        facility.origin());
  }
}
