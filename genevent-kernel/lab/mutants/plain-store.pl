# src/reserve.c
# The position is tested, and stored in a step of its own: what an interrupt reserves in between is given away twice.
s~\} while \(unlikely\(\(unsigned long\)local_cmpxchg\(&stream->reserved, old, end\) != old\)\);
~} while ((unsigned long)local_read(&stream->reserved) != old);
	barrier();
	local_set(&stream->reserved, end);
~ or die "does not fit";
