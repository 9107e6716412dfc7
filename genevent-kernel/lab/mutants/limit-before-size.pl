# src/sub.c
# A sub-buffer is said to be prepared before it is: who interrupts that writes into the packet that was there before.
s~(WRITE_ONCE\(header->content_size, GENEVENT_HEADER_BITS\);)(.*?)(WRITE_ONCE\(sub->limit, base \+ genevent_sub_bytes\(stream\)\);)~$3$2$1~s
	or die "does not fit";
