# src/commit.c
# The commit count is read, and stored in a step of its own: what an interrupt counts in between is forgotten.
s~if \(likely\(\(unsigned long\)local_cmpxchg\(&sub->committed, begin, end\) == begin\)\)\s+return;
~if ((unsigned long)local_read(&sub->committed) == begin) {
			barrier();
			local_set(&sub->committed, end);
			return;
		}
~ or die "does not fit";
