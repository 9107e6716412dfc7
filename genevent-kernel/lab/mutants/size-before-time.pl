# src/commit.c
# The size of a packet's content is published before the time of its last event.
s~(WRITE_ONCE\(header->timestamp_end, end_ns\);)\s+(WRITE_ONCE\(header->content_size, [^;]*;)~$2\n\t$1~ or die "does not fit";
