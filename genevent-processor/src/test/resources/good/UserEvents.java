package good;

import org.genevent.annotation.Facility;

@Facility
interface UserEvents {
  @SuppressWarnings({"deprecation", "removal"})
  void happened(OldKind kind, OldRecord record);
}
