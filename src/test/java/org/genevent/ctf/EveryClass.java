package org.genevent.ctf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
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
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** A facility with every field class, at the top and inside others, and with every attribute that CTF shows. */
public final class EveryClass {

  private static final FieldClass U8 = IntegerFieldClass.fixed(1, false);
  private static final FieldClass U32 = IntegerFieldClass.fixed(4, false);
  private static final FieldClass U64 = IntegerFieldClass.fixed(8, false);
  private static final FieldClass STRING = new StringFieldClass();

  private EveryClass() {}

  public static Facility facility(boolean packed) {
    EnumerationFieldClass currency = new EnumerationFieldClass(
        List.of(label("EUR", 0, 0), label("USD", 1, 1), label("other", 2, 99)));
    StructureFieldClass item = new StructureFieldClass(List.of(
        field("count", IntegerFieldClass.fixed(2, false)),
        field("price", U64),
        field("currency", new ReferenceFieldClass("currency", currency))));
    return new Facility(
        "shop",
        Optional.empty(),
        packed,
        "",
        EventLevel.INFO,
        "main",
        List.of(field("request_id", U64), field("tenant", STRING)),
        List.of(
            new NamedType("currency", currency, Origin.NONE),
            new NamedType("item", item, Origin.NONE)),
        List.of(
            event("nothing", "Said */ with \"nothing\" to carry\nin two lines"),
            event("scalars", "", scalars(currency)),
            event("compounds", "", compounds(new ReferenceFieldClass("item", item))),
            new Event(
                "query",
                Optional.empty(),
                "",
                Optional.of(EventLevel.DEBUG),
                Optional.of("slow"),
                Optional.of(new EventDuration(1000)),
                Set.of(),
                List.of(field("order_id", U64)),
                Origin.NONE)),
        List.of(new EventPair("work", "nothing", "scalars", List.of("request_id"), Origin.NONE)),
        Origin.NONE);
  }

  private static Field[] scalars(FieldClass currency) {
    return new Field[] {
      field("letter", IntegerFieldClass.ofType(CType.CHAR, true)),
      field("large", IntegerFieldClass.ofType(CType.LONG, true)),
      field("address", IntegerFieldClass.ofType(CType.POINTER, false)),
      field(
          "port",
          new IntegerFieldClass(new IntegerSize.Fixed(2), false, true, DisplayBase.DECIMAL)),
      field(
          "mode", new IntegerFieldClass(new IntegerSize.Fixed(4), false, false, DisplayBase.OCTAL)),
      field("single", new FloatFieldClass(4)),
      field("precise", new FloatFieldClass(8)),
      field("truth", new BooleanFieldClass()),
      field("currency", currency),
      new Field("text", "What the user */ typed", Optional.empty(), STRING, Origin.NONE)
    };
  }

  private static Field[] compounds(FieldClass item) {
    FieldClass numbers = new SequenceFieldClass(U32, U64, false);
    return new Field[] {
      field("first", item),
      field("matrix", new ArrayFieldClass(2, new ArrayFieldClass(3, U32))),
      field("numbers", numbers),
      // takes the name that the length of 'numbers' would have
      field("numbers_length", U8),
      field("items", new SequenceFieldClass(U8, item, false)),
      field("names", new ArrayFieldClass(2, STRING)),
      field("lists", new ArrayFieldClass(2, numbers)),
      field(
          "shared",
          new UnionFieldClass(
              List.of(field("word", U64), field("bytes", new ArrayFieldClass(9, U8))))),
      field(
          "event",
          new VariantFieldClass(
              List.of(field("card", STRING), field("integer", U64), field("list", numbers)))),
      field("maybe", new OptionalFieldClass(U32)),
      field("maybe_list", new OptionalFieldClass(numbers)),
      field("last", U8)
    };
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private static EnumerationLabel label(String name, long firstValue, long lastValue) {
    return new EnumerationLabel(name, firstValue, lastValue, "", Origin.NONE);
  }

  private static Event event(String name, String description, Field... fields) {
    return new Event(
        name,
        Optional.empty(),
        description,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(fields),
        Origin.NONE);
  }
}
