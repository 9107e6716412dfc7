# src/reserve.c
# Who interrupts the opening of a sub-buffer writes behind the packet that was there before.
s~genevent_stream_join_sub\(stream, sub, base\);~~ or die "does not fit";
