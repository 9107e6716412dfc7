package good;

import org.genevent.annotation.Description;
import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Name;

/** Ends here: *&#47; or here? {@code "} \u005c $ ${x} %s */
@Facility(
    name = "hostile",
    description = "*/ } \u0000 \n \r \\u000a \" ' $ % <b>&amp; {@code x} @Deprecated \uD83D\uDE00 \uD800 ]]> -->")
interface Hostile {

  @Event(description = "*/ void x() {} /* \\u002a/ \u2028 \"\"\"")
  void event(
      @Description("*/ \\u002a\\u002f") int route,
      @Description("\"; System.exit(1); \"") long writer,
      @Description("") String value,
      @Description("\n\n") String[] size,
      Optional optional,
      Record record,
      Level level,
      String_ text);

  void scope(int end, int i, int sizeBytes, int begin, int tag, int e, int element, int length);

  void tracepoint(boolean FACILITY, boolean EVENT, int SCOPE_ID, int x, int __x__, int _1);

  void names(@Name("a1") int a_1, @Name("A2") int A2, int isEnabled, int get, int INSTANCE);

  enum Optional {
    Integer,
    @Description("*/ \\u000a \"")
    String,
    value,
    ordinal
  }

  record Record(int Override, long org, String java) {}

  record Level(int hashCode_, Object object) {}

  record Object(byte tracedFacility) {}

  @Name("text")
  record String_(String String) {}

  record String(int x) {}
}
