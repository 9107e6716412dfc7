package org.genevent.cli.convert;

import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;

/**
 * What becomes of an event record class from CTF to CTF.
 *
 * @param id its number in the new trace
 * @param source what the trace says of it
 * @param context its context
 * @param payload its fields
 */
record KeptEvent(
    long id,
    EventRecordClass source,
    Optional<KeptField.Structure> context,
    Optional<KeptField.Structure> payload) {}
