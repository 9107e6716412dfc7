# src/commit.c
# What is committed is published after it was counted: the packet may be somebody else's by then.
s~(genevent_publish\(sub->header, ns, end & stream->sub_mask\);)(.*?if \(likely\([^\n]*== begin\)\))\s+return;
~$2 {
			$1
			return;
		}
~s or die "does not fit";
