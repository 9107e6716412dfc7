package good;

import org.genevent.annotation.Facility;

@Facility
@Deprecated
interface OldEvents {
  @Deprecated(forRemoval = true)
  @SuppressWarnings("removal")
  void happened(OldKind kind, OldRecord record, OldKind[] kinds);

  void notDeprecated(int x);
}
