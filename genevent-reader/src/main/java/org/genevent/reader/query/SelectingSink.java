package org.genevent.reader.query;

import java.util.List;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.stream.ChoosingSink;
import org.genevent.reader.stream.PathWalk;
import org.genevent.reader.stream.PathWalk.Place;

/** Hands on the values at certain paths, with the structures and lists around them. */
final class SelectingSink extends ChoosingSink {

  /** Marks the ends of paths: what lies there is wanted with all its parts. */
  private static final Object WHOLE = new Object();

  private final PathWalk<Object> wanted = new PathWalk<>();

  void add(List<FieldPath.Step> steps) {
    wanted.at(steps).end(WHOLE);
  }

  /** Begins an event. */
  SelectingSink to(FieldSink newTarget) {
    target = newTarget;
    wanted.begin();
    return this;
  }

  /** The place of the next value; of a part of something whole, the place of that. */
  private Place<Object> place(String name) {
    Place<Object> around = wanted.current();
    return around != null && around.value() == WHOLE ? around : wanted.next(name);
  }

  @Override
  protected boolean passes(String name) {
    Place<Object> place = place(name);
    return place != null && place.value() == WHOLE;
  }

  private boolean begin(String name, boolean list) {
    Place<Object> place = place(name);
    wanted.open(place, list);
    return place != null;
  }

  private boolean end() {
    return wanted.close() != null;
  }

  @Override
  public void beginStructure(String name) {
    if (begin(name, false)) {
      target.beginStructure(name);
    }
  }

  @Override
  public void endStructure() {
    if (end()) {
      target.endStructure();
    }
  }

  @Override
  public void beginList(String name) {
    if (begin(name, true)) {
      target.beginList(name);
    }
  }

  @Override
  public void endList() {
    if (end()) {
      target.endList();
    }
  }

  /** Also in place of a structure or a list, of which only parts are wanted. */
  @Override
  public void absent(String name) {
    if (place(name) != null) {
      target.absent(name);
    }
  }
}
