package good;

import java.util.Map;
import org.genevent.annotation.Facility;

/** Interfaces and types inside others, with names that follow no convention. */
public class Nested {

  /** A facility in a class. */
  @Facility(name = "nested_in_class")
  public interface Events {
    void happened(Inner.kind kind, Inner.Deep.Kind other, Thread.State state);
  }

  /** A facility for the package. */
  @Facility
  interface PackagedEvents {
    void happened(Inner.kind kind);
  }

  /** A facility for those below. */
  @Facility
  protected interface SubclassTrace {
    void happened(Inner.Deep.Kind kind);
  }

  interface Inner {
    enum kind {
      small
    }

    class Deep {
      enum Kind {
        LARGE
      }

      @Facility
      interface DeepestFacility {
        void happened(Kind kind, lower lower);

        record lower(Kind kind) {}
      }
    }
  }

  Map<String, String> notAField;

  private Nested() {}
}
