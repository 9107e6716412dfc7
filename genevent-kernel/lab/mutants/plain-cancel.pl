# src/commit.c
# Room is given back although an interrupt may have taken some behind it, in a step of its own.
s~if \(\(unsigned long\)local_cmpxchg\(&stream->reserved, slot->end, keep\) == slot->end\) \{
~if ((unsigned long)local_read(&stream->reserved) == slot->end) {
		barrier();
		local_set(&stream->reserved, keep);
~ or die "does not fit";
