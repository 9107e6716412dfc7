# src/sub.c
# A flight recorder opens a sub-buffer that somebody whom we interrupt is still writing to.
s~return \(unsigned long\)local_read\(&genevent_sub_at\(stream, base\)->committed\) == base;~return true;~
or die "does not fit";
