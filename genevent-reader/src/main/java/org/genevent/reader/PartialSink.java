package org.genevent.reader;

import java.nio.ByteBuffer;
import java.util.List;

/** Takes values and does nothing with them: a base for sinks that want some kinds only. Called by one thread. */
public abstract class PartialSink implements FieldSink {

  /** A sink that has seen nothing. */
  protected PartialSink() {}

  @Override
  public void beginStructure(String name) {}

  @Override
  public void endStructure() {}

  @Override
  public void beginList(String name) {}

  @Override
  public void endList() {}

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {}

  @Override
  public void floating(String name, double value, boolean single) {}

  @Override
  public void bool(String name, boolean value) {}

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {}

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {}

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {}

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {}

  @Override
  public void absent(String name) {}
}
