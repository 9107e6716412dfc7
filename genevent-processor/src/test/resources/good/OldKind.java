package good;

@Deprecated
enum OldKind {
  A
}
