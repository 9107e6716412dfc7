# src/commit.c
# An event that nothing is behind is published although events in front of it are not committed.
s~\(unsigned long\)local_read\(&sub->committed\) == begin &&\s+~~ or die "does not fit";
