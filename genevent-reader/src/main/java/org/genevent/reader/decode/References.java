package org.genevent.reader.decode;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields that a length or tag can refer to at a place of the metadata. Source: CTF 1.8.3, section 7.3.2.
 *
 * <p>A relative reference is looked up in the structures around it, from the inside out, then in the scopes that were read
 * before; an absolute one begins with the path of a scope.
 */
final class References {

  /** The members of a structure that stand in front of the place. */
  static final class Frame {
    private final Frame outer;
    private final Map<String, Object> members = new HashMap<>();

    private Frame(Frame outer) {
      this.outer = outer;
    }
  }

  private final Map<Scope, Frame> roots = new EnumMap<>(Scope.class);
  private Frame current;

  /** What is known at the beginning of an event, a stream and so on is kept for those that come after it. */
  References copy() {
    References copy = new References();
    copy.roots.putAll(roots);
    return copy;
  }

  void enter(Scope scope) {
    current = new Frame(null);
    roots.put(scope, current);
  }

  void enterStructure() {
    current = new Frame(current);
  }

  /** Leaves a structure and makes its members known under its name. */
  void leaveStructure(String name) {
    Frame left = current;
    current = left.outer;
    current.members.put(name, left);
  }

  void define(String name, Node node) {
    current.members.put(name, node);
  }

  /** The field that a reference means, or null. */
  Node find(String reference) {
    for (Scope scope : Scope.values()) {
      if (reference.startsWith(scope.path() + ".")) {
        return descend(roots.get(scope), reference.substring(scope.path().length() + 1));
      }
    }
    for (Frame frame = current; frame != null; frame = frame.outer) {
      Node found = descend(frame, reference);
      if (found != null) {
        return found;
      }
    }
    Scope[] scopes = Scope.values();
    for (int i = scopes.length - 1; i >= 0; i--) {
      Node found = descend(roots.get(scopes[i]), reference);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Node descend(Frame frame, String path) {
    Object at = frame;
    for (String name : path.split("\\.", -1)) {
      if (!(at instanceof Frame structure)) {
        return null;
      }
      at = structure.members.get(name);
    }
    return at instanceof Node node ? node : null;
  }
}
