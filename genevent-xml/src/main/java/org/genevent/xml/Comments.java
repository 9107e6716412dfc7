package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.diagnostic.Place;

/** The comments of a file by the elements that they belong to; each is given once. */
final class Comments {

  private final Map<Place, List<String>> before = new HashMap<>();
  private final Map<Place, List<String>> atEnd = new HashMap<>();
  private final List<String> behind = new ArrayList<>();
  private final Set<Place> givenBefore = new HashSet<>();

  Comments() {}

  void addBefore(Place element, String comment) {
    before.computeIfAbsent(element, unused -> new ArrayList<>()).add(comment);
  }

  void addAtEnd(Place element, String comment) {
    atEnd.computeIfAbsent(element, unused -> new ArrayList<>()).add(comment);
  }

  void addBehind(String comment) {
    behind.add(comment);
  }

  /** The comments that stand before an element. */
  List<String> before(Place element) {
    if (!givenBefore.add(element)) {
      return List.of();
    }
    return before.getOrDefault(element, List.of());
  }

  /** The comments that stand last inside an element. */
  List<String> atEnd(Place element) {
    return atEnd.getOrDefault(element, List.of());
  }

  /** The comments behind the facility. */
  List<String> behind() {
    return behind;
  }
}
