package org.genevent.cli.layout;

import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.StructureLayout;
import org.genevent.model.FacilityChecksum;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints layouts as one JSON document: facilities, their events, their fields.
 *
 * <pre>
 * {"facilities":[{"name":…,"checksum":"0x…","data_model":…,"layout":…,"packed":…,
 *   "context":[FIELD…],
 *   "events":[{"name":…,"id":…,"size_bytes":…,"alignment_bytes":…,"fields":[FIELD…]}]}]}
 * FIELD = {"name":…,"type":…,"offset_bytes":…,"size_bytes":…,"alignment_bytes":…,"padding_bytes":…,"fields":[FIELD…]}
 * </pre>
 *
 * <p>A number that only the values know is null; {@code fields} of a field is there for structures only.
 */
public final class LayoutJson {

  private final JsonGenerator json;

  private LayoutJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Prints.
   *
   * @param plans the facilities, each on every target asked for
   * @return the document, with a line feed at its end
   */
  public static String print(List<FacilityPlan> plans) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      LayoutJson printer = new LayoutJson(generator);
      generator.writeStartObject();
      generator.writeArrayPropertyStart("facilities");
      plans.forEach(printer::facility);
      generator.writeEndArray();
      generator.writeEndObject();
    }
    return text + "\n";
  }

  private void facility(FacilityPlan plan) {
    json.writeStartObject();
    json.writeStringProperty("name", plan.facility().name());
    json.writeStringProperty("checksum", "0x" + FacilityChecksum.hex(plan.checksum()));
    json.writeStringProperty("data_model", plan.abi().dataModel().optionName());
    json.writeStringProperty("layout", plan.metrics().rule().optionName());
    json.writeBooleanProperty("packed", plan.metrics().packed());
    json.writeArrayPropertyStart("context");
    plan.context().ifPresent(context -> fields(context.layout()));
    json.writeEndArray();
    json.writeArrayPropertyStart("events");
    plan.events().forEach(this::event);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void event(EventPlan event) {
    StructureLayout layout = event.payload().layout();
    json.writeStartObject();
    json.writeStringProperty("name", event.event().name());
    json.writeNumberProperty("id", event.id());
    number("size_bytes", layout.sizeBytes());
    json.writeNumberProperty("alignment_bytes", layout.alignment().bytes());
    json.writeArrayPropertyStart("fields");
    fields(layout);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void fields(StructureLayout layout) {
    for (FieldPlacement placement : layout.placements()) {
      json.writeStartObject();
      json.writeStringProperty("name", placement.field().name());
      json.writeStringProperty("type", placement.field().fieldClass().accept(new TypeText()));
      number("offset_bytes", placement.offset().fixedBytes());
      number("size_bytes", placement.sizeBytes());
      json.writeNumberProperty("alignment_bytes", placement.alignment().bytes());
      number("padding_bytes", placement.paddingBytes());
      if (placement.nested().isPresent()) {
        json.writeArrayPropertyStart("fields");
        fields(placement.nested().get());
        json.writeEndArray();
      }
      json.writeEndObject();
    }
  }

  private void number(String name, OptionalInt bytes) {
    if (bytes.isPresent()) {
      json.writeNumberProperty(name, bytes.getAsInt());
    } else {
      json.writeNullProperty(name);
    }
  }
}
