package declared;

import org.genevent.annotation.Facility;

/** What a booth does. */
@Facility
public interface BoothEvents {

  /** Something was sold. */
  void sold(String item, int count, byte letter);

  /** The booth was closed. */
  void closed();
}
