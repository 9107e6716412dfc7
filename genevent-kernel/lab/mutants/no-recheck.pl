# src/reserve.c
# That the next sub-buffer is not free is believed, though an interrupt may have opened it meanwhile: the event is lost.
s~if \(local_read\(&stream->reserved\) == old\)\s+goto lost;\s+continue;[^\n]*~goto lost;~ or die "does not fit";
