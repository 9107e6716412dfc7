# src/reserve.c
# That the sub-buffer opened last is the one of the limit is believed, though who stores both may be interrupted in between.
s~ \|\| READ_ONCE\(sub->limit\) != limit~~ or die "does not fit";
