# src/commit.c
# What is lost while a packet is open is counted, but the packet does not tell of it.
s~WRITE_ONCE\(header->events_discarded, sub->discarded\);~~ or die "does not fit";
