package good;

import org.genevent.annotation.Facility;

@Facility
interface YoungEvents {
  @Deprecated
  void happened(int x);
}
