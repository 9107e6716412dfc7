package good;

@Deprecated(forRemoval = true)
record OldRecord(@Deprecated int x, OldKind kind) {}
