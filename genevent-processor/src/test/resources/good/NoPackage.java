import org.genevent.annotation.Facility;

@Facility
interface NoPackage {
  void happened(Kind kind, Item item);

  enum Kind {
    A
  }

  record Item(Kind kind) {}
}
