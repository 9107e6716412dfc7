package org.genevent.reader.metadata;

import java.util.List;
import org.genevent.model.trace.WireMember;

/** A variant that was declared without a tag, to be used with one later. */
record UntaggedVariant(List<WireMember> options) {}
