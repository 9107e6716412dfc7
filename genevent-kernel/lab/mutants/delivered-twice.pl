# src/stream-file.c
# A reader does not take away what it was given: it is handed out once more.
s~(\tif \(\(unsigned long\)atomic_long_cmpxchg\(&stream->consumed, at, at \+ size\) == at\)\s+return 1;)~	if (stream->got_at != at) {
		stream->got_at = at;
		return 1;
	}
$1~ or die "does not fit";
