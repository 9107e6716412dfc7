# src/sub.c
# Who closes a packet reads the position, and stores it in a step of its own: what comes in between is lost.
s~if \(\(unsigned long\)local_cmpxchg\(&stream->reserved, old, next\) == old\)\s+break;
~if ((unsigned long)local_read(&stream->reserved) == old) {
			barrier();
			local_set(&stream->reserved, next);
			break;
		}
~ or die "does not fit";
