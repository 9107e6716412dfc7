package org.genevent.reader;

import java.nio.ByteBuffer;
import java.util.List;

/** Lets through the first value that has a path of names; the structures of the path themselves stay behind. */
final class PathSink implements FieldSink {

  private List<String> path = List.of();
  private FieldSink target;

  /** How many structures and lists are open, how many of them are of the path, and whether the value begins here. */
  private int depth;

  private int matched;
  private int openInside;
  private boolean found;

  void start(List<String> newPath, FieldSink newTarget) {
    path = newPath;
    target = newTarget;
    depth = 0;
    matched = 0;
    openInside = 0;
    found = false;
  }

  boolean found() {
    return found;
  }

  /** Whether a value of this name is to be handed on. */
  private boolean passes(String name) {
    if (openInside > 0) {
      return true;
    }
    boolean here =
        !found && depth == matched && matched == path.size() - 1 && name.equals(path.get(matched));
    found |= here;
    return here;
  }

  private void enter(String name) {
    if (depth == matched && matched < path.size() - 1 && name.equals(path.get(matched))) {
      matched++;
    }
    depth++;
  }

  private void leave() {
    depth--;
    matched = Math.min(matched, depth);
  }

  @Override
  public void beginStructure(String name) {
    if (passes(name)) {
      openInside++;
      target.beginStructure(name);
    } else {
      enter(name);
    }
  }

  @Override
  public void endStructure() {
    if (openInside > 0) {
      openInside--;
      target.endStructure();
    } else {
      leave();
    }
  }

  @Override
  public void beginList(String name) {
    if (passes(name)) {
      openInside++;
      target.beginList(name);
    } else {
      // no path leads into a list
      depth++;
    }
  }

  @Override
  public void endList() {
    if (openInside > 0) {
      openInside--;
      target.endList();
    } else {
      leave();
    }
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    if (passes(name)) {
      target.integer(name, value, signed, radix, sizeBits);
    }
  }

  @Override
  public void floating(String name, double value, boolean single) {
    if (passes(name)) {
      target.floating(name, value, single);
    }
  }

  @Override
  public void bool(String name, boolean value) {
    if (passes(name)) {
      target.bool(name, value);
    }
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    if (passes(name)) {
      target.enumeration(name, value, signed, label);
    }
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    if (passes(name)) {
      target.text(name, bytes, offset, length);
    }
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    if (passes(name)) {
      target.flags(name, bits, sizeBits, labels);
    }
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    if (passes(name)) {
      target.blob(name, bytes, offset, length, mediaType);
    }
  }

  @Override
  public void absent(String name) {
    if (passes(name)) {
      target.absent(name);
    }
  }
}
