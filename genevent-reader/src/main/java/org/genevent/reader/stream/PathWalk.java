package org.genevent.reader.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.field.FieldPath;

/**
 * Finds what belongs to certain paths while the values of a structure are given one after the other. Used by one thread.
 *
 * @param <T> what belongs to a path
 */
public final class PathWalk<T> {

  /**
   * A place on the way to the end of a path, or that end.
   *
   * @param <T> what belongs to a path
   */
  public static final class Place<T> {
    private final Map<String, Place<T>> members = new HashMap<>();
    private final Map<Integer, Place<T>> elements = new HashMap<>();
    private T value;

    private Place() {}

    /**
     * The place behind a step, made if it is new.
     *
     * @param step the step
     * @return its place
     */
    public Place<T> step(FieldPath.Step step) {
      return step.isIndex()
          ? elements.computeIfAbsent(step.index(), index -> new Place<>())
          : members.computeIfAbsent(step.name(), name -> new Place<>());
    }

    /**
     * What belongs to it.
     *
     * @return null if no path ends here
     */
    public T value() {
      return value;
    }

    /**
     * Says that a path ends here.
     *
     * @param newValue what belongs to it
     */
    public void end(T newValue) {
      value = newValue;
    }

    /**
     * Whether no path leads on from here.
     *
     * @return true if so
     */
    public boolean isLast() {
      return members.isEmpty() && elements.isEmpty();
    }
  }

  /** What is open: its place, null if no path leads there, and of a list the number of its next element. */
  private static final class Level<T> {
    private Place<T> place;
    private boolean list;
    private int next;
  }

  private final Place<T> top = new Place<>();
  private final List<Level<T>> levels = new ArrayList<>();
  private int depth;

  /** A walk without paths. */
  public PathWalk() {
    begin();
  }

  /**
   * Where all paths begin.
   *
   * @return the place
   */
  public Place<T> top() {
    return top;
  }

  /**
   * The place at the end of a path, made if it is new.
   *
   * @param steps the path
   * @return its place
   */
  public Place<T> at(List<FieldPath.Step> steps) {
    Place<T> place = top;
    for (FieldPath.Step step : steps) {
      place = place.step(step);
    }
    return place;
  }

  /** Begins again in front of the first value. */
  public void begin() {
    depth = 0;
    open(top, false);
  }

  /**
   * The place of the innermost structure or list that is open.
   *
   * @return null if no path leads there
   */
  public Place<T> current() {
    return levels.get(depth - 1).place;
  }

  /**
   * The place of the value that comes next; to be asked once for each.
   *
   * @param name its name, as sinks are given it
   * @return null if no path leads there
   */
  public Place<T> next(String name) {
    Level<T> level = levels.get(depth - 1);
    if (level.place == null) {
      return null;
    }
    return level.list ? level.place.elements.get(level.next++) : level.place.members.get(name);
  }

  /**
   * Goes into a structure or a list.
   *
   * @param place its place, or null if no path leads there
   * @param list whether it is a list
   */
  public void open(Place<T> place, boolean list) {
    if (depth == levels.size()) {
      levels.add(new Level<>());
    }
    Level<T> level = levels.get(depth++);
    level.place = place;
    level.list = list;
    level.next = 0;
  }

  /**
   * Leaves the innermost structure or list.
   *
   * @return its place, or null if no path leads there
   */
  public Place<T> close() {
    return levels.get(--depth).place;
  }
}
