package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.NamedType;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.VariantFieldClass;
import org.junit.jupiter.api.Test;

class InterfaceReaderTest {

  private static final FieldClass INT = IntegerFieldClass.fixed(4, true);
  private static final FieldClass U32 = IntegerFieldClass.fixed(4, false);
  private static final FieldClass STRING = new StringFieldClass();

  private DeclaredFacility read(String source) {
    DeclaredFacility declared = ReadFacility.of(source);
    assertEquals(List.of(), declared.report().findings().list());
    return declared;
  }

  private Facility facility(String source) {
    return read(source).facility().orElseThrow();
  }

  /** The fields of an event with these parameters. */
  private List<Field> fields(String parameters) {
    return fields(parameters, "");
  }

  private List<Field> fields(String parameters, String types) {
    String source =
        "@Facility interface ShopEvents { void happened(" + parameters + "); }\n" + types;
    return facility(source).events().get(0).fields();
  }

  private FieldClass fieldClass(String type) {
    return fields(type + " value").get(0).fieldClass();
  }

  private FieldClass fieldClass(String type, String types) {
    return fields(type + " value", types).get(0).fieldClass();
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private static FieldClass sequence(FieldClass element) {
    return new SequenceFieldClass(U32, element, false);
  }

  private static FieldClass optional(FieldClass element) {
    return new OptionalFieldClass(element);
  }

  private static FieldClass hex(int sizeBytes, boolean signed) {
    return new IntegerFieldClass(
        new IntegerSize.Fixed(sizeBytes), signed, false, DisplayBase.HEXADECIMAL);
  }

  @Test
  void primitivesKeepTheirSizeAndSign() {
    assertEquals(IntegerFieldClass.fixed(1, true), fieldClass("byte"));
    assertEquals(IntegerFieldClass.fixed(2, true), fieldClass("short"));
    assertEquals(INT, fieldClass("int"));
    assertEquals(IntegerFieldClass.fixed(8, true), fieldClass("long"));
    assertEquals(IntegerFieldClass.fixed(2, false), fieldClass("char"));
    assertEquals(new FloatFieldClass(4), fieldClass("float"));
    assertEquals(new FloatFieldClass(8), fieldClass("double"));
    assertEquals(new BooleanFieldClass(), fieldClass("boolean"));
  }

  @Test
  void marksSayMoreOfIntegersHoweverDeepTheyLie() {
    assertEquals(IntegerFieldClass.fixed(8, false), fieldClass("@Unsigned long"));
    assertEquals(hex(4, true), fieldClass("@Hex int"));
    assertEquals(hex(2, false), fieldClass("@Hex char"));
    assertEquals(hex(1, false), fieldClass("@Unsigned @Hex byte"));
    assertEquals(sequence(U32), fieldClass("@Unsigned int[]"));
    assertEquals(sequence(sequence(U32)), fieldClass("@Unsigned int[][]"));
    assertEquals(optional(U32), fieldClass("@Unsigned Integer"));
    assertEquals(optional(U32), fieldClass("@Unsigned OptionalInt"));
    assertEquals(optional(U32), fieldClass("@Unsigned Optional<Integer>"));
    assertEquals(sequence(hex(1, false)), fieldClass("@Hex ByteBuffer"));
  }

  @Test
  void textIsText() {
    assertEquals(STRING, fieldClass("String"));
    assertEquals(STRING, fieldClass("CharSequence"));
  }

  @Test
  void arraysAndBuffersAreSequencesUnlessTheirLengthIsDeclared() {
    assertEquals(sequence(INT), fieldClass("int[]"));
    assertEquals(sequence(STRING), fieldClass("String[]"));
    assertEquals(sequence(IntegerFieldClass.fixed(1, false)), fieldClass("ByteBuffer"));
    assertEquals(new ArrayFieldClass(3, INT), fieldClass("@Length(3) int[]"));
    assertEquals(new ArrayFieldClass(2, sequence(INT)), fieldClass("@Length(2) int[][]"));
    assertEquals(
        new ArrayFieldClass(16, IntegerFieldClass.fixed(1, false)),
        fieldClass("@Length(16) ByteBuffer"));
    assertEquals(
        optional(new ArrayFieldClass(4, IntegerFieldClass.fixed(1, true))),
        fieldClass("@Length(4) Optional<byte[]>"));
  }

  @Test
  void variableArgumentsAreAnArray() {
    DeclaredFacility declared =
        read("@Facility interface ShopEvents { void happened(int id, String... words); }");
    assertEquals(
        sequence(STRING),
        declared.facility().orElseThrow().events().get(0).fields().get(1).fieldClass());
    JavaTracer.JavaMethod method = declared.tracer().orElseThrow().methods().get(0);
    assertTrue(method.varargs());
    assertEquals(
        new JavaType.ArrayOf(new JavaType.Text("java.lang.String")),
        method.parameters().get(1).type());
  }

  @Test
  void whatMayBeNullIsOptional() {
    assertEquals(optional(INT), fieldClass("Integer"));
    assertEquals(optional(new BooleanFieldClass()), fieldClass("@Nullable Boolean"));
    assertEquals(optional(STRING), fieldClass("@Nullable String"));
    assertEquals(optional(sequence(INT)), fieldClass("@Nullable int[]"));
    assertEquals(optional(sequence(STRING)), fieldClass("@Nullable String[]"));
    assertEquals(sequence(optional(INT)), fieldClass("Integer[]"));
    assertEquals(optional(STRING), fieldClass("Optional<String>"));
    assertEquals(optional(STRING), fieldClass("@Nullable Optional<String>"));
    assertEquals(optional(INT), fieldClass("OptionalInt"));
    assertEquals(optional(IntegerFieldClass.fixed(8, true)), fieldClass("OptionalLong"));
    assertEquals(optional(new FloatFieldClass(8)), fieldClass("OptionalDouble"));
  }

  @Test
  void anyAnnotationCalledNullableCounts() {
    String onTypes = "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)"
        + " @interface Nullable {}";
    assertEquals(optional(STRING), fieldClass("@sample.Nullable String", onTypes));
    assertEquals(sequence(optional(STRING)), fieldClass("@sample.Nullable String[]", onTypes));
    assertEquals(optional(sequence(STRING)), fieldClass("String @sample.Nullable []", onTypes));
    String onBoth = "@java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE,"
        + " java.lang.annotation.ElementType.PARAMETER}) @interface Nullable {}";
    assertEquals(optional(STRING), fieldClass("@sample.Nullable String", onBoth));
    assertEquals(sequence(optional(STRING)), fieldClass("@sample.Nullable String[]", onBoth));
    String onDeclarations = "@interface Nullable {}";
    assertEquals(
        optional(sequence(STRING)), fieldClass("@sample.Nullable String[]", onDeclarations));
  }

  @Test
  void theFormOfAbsenceIsKept() {
    JavaTracer tracer =
        read("@Facility interface ShopEvents { void happened(Integer a, Optional<Integer> b,"
                + " OptionalLong c, @Nullable String d); }")
            .tracer()
            .orElseThrow();
    JavaType anInt = new JavaType.Primitive("int");
    assertEquals(
        List.of(
            new JavaType.Maybe(anInt, JavaType.Maybe.Form.NULLABLE),
            new JavaType.Maybe(anInt, JavaType.Maybe.Form.OPTIONAL),
            new JavaType.Maybe(new JavaType.Primitive("long"), JavaType.Maybe.Form.OPTIONAL_LONG),
            new JavaType.Maybe(
                new JavaType.Text("java.lang.String"), JavaType.Maybe.Form.NULLABLE)),
        tracer.methods().get(0).parameters().stream()
            .map(JavaTracer.JavaParameter::type)
            .toList());
  }

  @Test
  void enumsBecomeNamedTypesWithTheirOrdinals() {
    Facility facility = facility(
        "@Facility interface ShopEvents {"
            + " void happened(Currency currency, Currency[] others); }\n"
            + "enum Currency { EUR, @Name(\"usd\") @Description(\"US dollar\") USD { }; static int x; }");
    NamedType type = facility.types().get(0);
    assertEquals("currency", type.name());
    EnumerationFieldClass enumeration = (EnumerationFieldClass) type.fieldClass();
    assertEquals(
        "EUR=0 usd=1 US dollar",
        enumeration.labels().stream()
            .map(label ->
                (label.name() + "=" + label.firstValue() + " " + label.description()).strip())
            .collect(Collectors.joining(" ")));
    ReferenceFieldClass reference = new ReferenceFieldClass("currency", enumeration);
    assertEquals(reference, facility.events().get(0).fields().get(0).fieldClass());
    assertEquals(sequence(reference), facility.events().get(0).fields().get(1).fieldClass());
    assertEquals(1, facility.types().size());
  }

  @Test
  void recordsBecomeStructuresAfterWhatTheyAreMadeOf() {
    Facility facility = facility("@Facility interface ShopEvents { void happened(Order order); }\n"
        + "record Order(@Unsigned long id, Price price, @Name(\"who\") String customerName) {}\n"
        + "record Price(double amount, @Length(3) byte[] currency) {}");
    assertEquals(
        List.of("price", "order"),
        facility.types().stream().map(NamedType::name).toList());
    FieldClass price = facility.types().get(0).fieldClass();
    assertEquals(
        new StructureFieldClass(List.of(
            field("amount", new FloatFieldClass(8)),
            field("currency", new ArrayFieldClass(3, IntegerFieldClass.fixed(1, true))))),
        price);
    assertEquals(
        new StructureFieldClass(List.of(
            field("id", IntegerFieldClass.fixed(8, false)),
            field("price", new ReferenceFieldClass("price", price)),
            field("who", STRING))),
        facility.types().get(1).fieldClass());
  }

  @Test
  void sealedInterfacesBecomeVariantsOfTheirRecords() {
    DeclaredFacility declared =
        read("@Facility interface ShopEvents { void paid(Payment payment); }\n"
            + "sealed interface Payment { record Cash() implements Payment {}"
            + " sealed interface Card extends Payment {}"
            + " record Debit(String number) implements Card {}"
            + " record Credit(String number, int limit) implements Card {} }");
    FieldClass resolved = declared
        .facility()
        .orElseThrow()
        .events()
        .get(0)
        .fields()
        .get(0)
        .fieldClass()
        .resolved();
    VariantFieldClass variant = (VariantFieldClass) resolved;
    assertEquals(
        List.of("cash", "debit", "credit"),
        variant.options().stream().map(Field::name).toList());
    JavaType.Choice choice = (JavaType.Choice)
        declared.tracer().orElseThrow().methods().get(0).parameters().get(0).type();
    assertEquals("sample.Payment", choice.className());
    assertEquals(
        List.of("sample.Payment.Cash", "sample.Payment.Debit", "sample.Payment.Credit"),
        choice.options().stream().map(JavaType.RecordType::className).toList());
  }

  @Test
  void typesOfOneNameAreToldApartByWhatTheyAreDeclaredIn() {
    Facility facility = facility("@Facility interface ShopEvents {"
        + " void happened(A.Kind a, B.Kind b, B.C.Kind c, Mood mood, Other other); }\n"
        + "class A { enum Kind { X } }\n"
        + "class B { enum Kind { Y } static class C { enum Kind { Z } } }\n"
        + "@Name(\"temper\") enum Mood { GOOD }\n"
        + "record Other(int x) {}");
    assertEquals(
        List.of("a_kind", "b_kind", "c_kind", "temper", "other"),
        facility.types().stream().map(NamedType::name).toList());
  }

  @Test
  void namesBecomeSnakeCaseUnlessTheyAreGiven() {
    Facility facility = facility("@Facility interface HTTPServerEvents {"
        + " void requestReceived(int statusCode, String rawURL, int sha256Sum, @Name(\"kind\") int k);"
        + " @Event(name = \"closed\") void connectionClosed(); }");
    assertEquals("http_server", facility.name());
    assertEquals(
        List.of("request_received", "closed"),
        facility.events().stream().map(Event::name).toList());
    assertEquals(
        List.of("status_code", "raw_url", "sha256_sum", "kind"),
        facility.events().get(0).fields().stream().map(Field::name).toList());
  }

  @Test
  void attributesOfFacilityAndEventsAreKept() {
    Facility facility = facility("@Facility(name = \"shop\", description = \"The */ shop\","
        + " level = Level.DEBUG, channel = \"busy\", packed = true) interface Any {"
        + " @Event(id = 7, description = \"An order\", level = Level.ERR, channel = \"rare\")"
        + " void orderAccepted(@Description(\"Which one\") long orderId);"
        + " @Event(id = 3) @Duration(thresholdNanos = 1_000) void query(); }");
    assertEquals("shop", facility.name());
    assertEquals("The */ shop", facility.description());
    assertEquals(EventLevel.DEBUG, facility.level());
    assertEquals("busy", facility.channel());
    assertTrue(facility.packed());
    Event order = facility.events().get(0);
    assertEquals(Optional.of(7), order.id());
    assertEquals("An order", order.description());
    assertEquals(Optional.of(EventLevel.ERR), order.level());
    assertEquals(Optional.of("rare"), order.channel());
    assertEquals(Optional.empty(), order.duration());
    assertEquals("Which one", order.fields().get(0).description());
    Event query = facility.events().get(1);
    assertEquals(Optional.of(new EventDuration(1000)), query.duration());
    assertEquals(Optional.empty(), query.level());
  }

  @Test
  void whatATypeMeansIsSaidOfFieldsThatSayNothing() {
    List<Field> fields = fields(
        "Currency[] a, @Description(\"own\") Currency b, int c",
        "@Description(\"Money\") enum Currency { EUR }");
    assertEquals(
        List.of("Money", "own", ""), fields.stream().map(Field::description).toList());
  }

  @Test
  void javadocDescribesWhatNoAnnotationDoes() {
    Facility facility = facility("/** What the {@code shop} does. Not more. */\n"
        + "@Facility interface ShopEvents {\n"
        + "  /**\n   * An order was accepted. It is paid later.\n   *\n"
        + "   * @param orderId which one\n   * @param items how\n   *   many\n   */\n"
        + "  void orderAccepted(long orderId, @Description(\"Number\") int items); }");
    assertEquals("What the shop does", facility.description());
    Event event = facility.events().get(0);
    assertEquals("An order was accepted", event.description());
    assertEquals("which one", event.fields().get(0).description());
    assertEquals("Number", event.fields().get(1).description());
  }

  @Test
  void pairsAreMatchedByParametersOrContext() {
    Facility facility = facility("@Facility(context = Request.class) interface ShopEvents {"
        + " @End(value = \"order\", match = {\"orderId\", \"requestId\"})"
        + " void done(long orderId);"
        + " @Begin(\"order\") void begun(long orderId); }\n"
        + "record Request(long requestId, @Nullable String tenant) {}");
    assertEquals(
        List.of(new EventPair(
            "order", "begun", "done", List.of("order_id", "request_id"), Origin.NONE)),
        facility.pairs());
    assertEquals(
        List.of(
            field("request_id", IntegerFieldClass.fixed(8, true)),
            field("tenant", optional(STRING))),
        facility.context());
  }

  @Test
  void theTracerIsAsVisibleAsTheInterface() {
    JavaTracer hidden =
        read("@Facility interface ShopEvents { void a(); }").tracer().orElseThrow();
    assertEquals("ShopTracer", hidden.className());
    assertEquals("sample", hidden.packageName());
    assertEquals(Optional.of("sample.ShopEvents"), hidden.interfaceName());
    assertFalse(hidden.isPublic());
    assertFalse(hidden.usesDeprecated());
  }

  @Test
  void helpersAreNoEvents() {
    Facility facility = facility("@Facility interface ShopEvents extends Comparable<String> {"
        + " void a(); default void b() {} static void c() {} private void d() {}"
        + " boolean equals(Object o); int hashCode(); String toString();"
        + " default int compareTo(String o) { return 0; } int CONSTANT = 1; class Inner {} }");
    assertEquals(List.of("a"), facility.events().stream().map(Event::name).toList());
  }

  @Test
  void deprecationIsNoted() {
    assertTrue(read("@Facility interface ShopEvents { @Deprecated void a(); }")
        .tracer()
        .orElseThrow()
        .usesDeprecated());
    assertTrue(
        read("@Facility interface ShopEvents { void a(Old old); }" + " @Deprecated enum Old { X }")
            .tracer()
            .orElseThrow()
            .usesDeprecated());
  }
}
