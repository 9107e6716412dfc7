package declared;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Layout;

/** What a kiosk does. */
@Facility(layout = Layout.LTT)
public interface KioskEvents {

  /** Something was sold. */
  void sold(int count);
}
