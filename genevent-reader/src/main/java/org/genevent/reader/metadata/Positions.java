package org.genevent.reader.metadata;

import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.diagnostic.Place;

/** Where the parts of a trace class stand in its metadata: the very objects, as equal ones may stand at several places. */
public final class Positions {

  private final String file;
  private final Map<Object, Place> places = new IdentityHashMap<>();

  /**
   * Makes an empty table.
   *
   * @param file the metadata's name for messages
   */
  public Positions(String file) {
    this.file = file;
  }

  /**
   * Says where a part stands.
   *
   * @param part the part
   * @param line its line, from 1
   * @param column its column, from 1
   */
  public void put(Object part, int line, int column) {
    places.put(part, new Place.InFile(file, line, column));
  }

  /**
   * Where a part stands.
   *
   * @param part the part
   * @return its place, or the file if that is not known
   */
  public Place of(Object part) {
    return places.getOrDefault(part, new Place.InFile(file, 0, 0));
  }
}
