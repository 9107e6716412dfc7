package good;

import org.genevent.annotation.Duration;
import org.genevent.annotation.Facility;

/** Parameters that are called like classes and packages that the tracer uses. */
@Facility(context = Obscured.Around.class)
interface Obscured {

  @Duration
  void ended(String System, String java, String Route, long Tracepoint);

  void copied(String[] PayloadBuffer, String Route, String org);

  void counted(String Utf8, Integer EventWriter, int Level);

  void nested(Inner inner, System other);

  record Around(String PayloadBuffer, String org, String java, int Utf8) {}

  record Inner(String Utf8, String[] Route, String org) {}

  record System(Route route, String Utf8) {}

  record Route(String[] PayloadBuffer, Integer System) {}

  /** No event needs these, but the tracer class inherits them. */
  int Tracepoint = 1;

  String TracedFacility = "constants obscure classes, too";

  record Utf8(int x) {}

  enum EventWriter {
    NONE
  }

  class Level {}

  interface String_ {}

  class Scope {}
}
