package good;

import org.genevent.annotation.Unsigned;

sealed interface Shape {
  record Nothing() implements Shape {}

  record Circle(Point center, @Unsigned int radius) implements Shape {}

  record Polygon(Point[] corners, String name) implements Shape {}

  sealed interface Text extends Shape {}

  record Label(String text) implements Text {}
}
