# src/sub.c
# A flight recorder overwrites what a reader has not taken, and lets the reader believe that it is still there.
s~if \(stream->overwrite\)\s+genevent_push\(stream, base\);~~ or die "does not fit";
