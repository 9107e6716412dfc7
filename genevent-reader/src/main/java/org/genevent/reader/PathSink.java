package org.genevent.reader;

import java.util.List;
import org.genevent.reader.stream.ChoosingSink;

/** Lets through the first value that has a path of names; the structures of the path themselves stay behind. */
final class PathSink extends ChoosingSink {

  private List<String> path = List.of();

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

  @Override
  protected boolean passes(String name) {
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
}
