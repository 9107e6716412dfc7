# src/commit.c
# Where an interrupt came in between, the commit count is read, and stored in a step of its own.
s~\} while \(unlikely\(\(unsigned long\)local_cmpxchg\(&sub->committed, old, new\) != old\)\);
~} while ((unsigned long)local_read(&sub->committed) != old);
	barrier();
	local_set(&sub->committed, new);
~ or die "does not fit";
