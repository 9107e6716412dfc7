# src/reserve.c
# The clock is read once, before the loop: an interrupt that reserves before us has the later time.
s~do \{\s+old = local_read\(&stream->reserved\);\s+ns = genevent_stream_time\(stream, &gap\);
~ns = genevent_stream_time(stream, &gap);
	do {
		old = local_read(&stream->reserved);
~ or die "does not fit";
