# src/ring.h
# A packet is handed out as soon as it is closed, while somebody may still be writing to it.
s~return \(unsigned long\)local_read\(&genevent_sub_at\(stream, base\)->committed\) ==\s+base \+ genevent_buffer_bytes\(stream\);
~return (unsigned long)local_read(&stream->reserved) - base >= genevent_sub_bytes(stream) &&
	       (long)((unsigned long)local_read(&stream->reserved) - base) > 0;
~ or die "does not fit";
