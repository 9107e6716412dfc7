package org.genevent.cli.convert;

/**
 * The parts of an event, each empty if there is none.
 *
 * @param ofStream the context that all events of the stream carry
 * @param context the context of its class
 * @param payload its fields
 */
record KeptBytes(byte[] ofStream, byte[] context, byte[] payload) {}
