# src/reserve.c src/commit.c
# An event is committed when its room is reserved, before anything is written to it.
if ($ARGV =~ /reserve/) {
	s~(	slot->ns = ns;\n)(	return payload;)~$1	genevent_commit_early(slot);\n$2~ or die "does not fit";
	s~(/\* The room is ours)~void genevent_commit_early(struct gev_slot *slot);\n\n$1~ or die "does not fit";
} else {
	s~void notrace genevent_commit\(struct gev_slot \*slot\)~void notrace genevent_commit(struct gev_slot *slot)
{
}

void notrace genevent_commit_early(struct gev_slot *slot)~ or die "does not fit";
}
