# src/reserve.c
# An event for which there is no room is not counted.
s~(lost:\s+)local_inc\(&stream->lost\);~$1~ or die "does not fit";
