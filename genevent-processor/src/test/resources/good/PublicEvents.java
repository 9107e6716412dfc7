package good;

import org.genevent.annotation.Facility;

/** The tracer of a public interface is public. */
@Facility(name = "everybody")
public interface PublicEvents {
  /** Something happened. */
  void happened();
}
