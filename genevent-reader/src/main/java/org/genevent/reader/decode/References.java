package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireLocation;

/**
 * The fields that a length or selector can refer to at a place of the metadata. Source: CTF 1.8.3, section 7.3.2;
 * CTF2-SPEC-2.0, "Field location".
 *
 * <p>Fields become known while they are compiled, so that only those are found that are read before.
 */
final class References {

  /** A field that is known, and what is known of the fields in it. */
  abstract static sealed class Known permits Leaf, Structure, Options, Elements {}

  /** A field that holds no others. */
  static final class Leaf extends Known {
    final Node node;

    Leaf(Node node) {
      this.node = node;
    }
  }

  /** A structure. */
  static final class Structure extends Known {
    private final Structure outer;
    private final Map<String, Known> members = new HashMap<>();

    private Structure(Structure outer) {
      this.outer = outer;
    }
  }

  /** A variant or optional. */
  static final class Options extends Known {
    private final boolean byName;
    private final List<String> names = new ArrayList<>();
    private final List<Known> contents = new ArrayList<>();
    private ChoiceNode node;

    /**
     * Begins one.
     *
     * @param byName whether a path says the name of the option that it goes through
     */
    Options(boolean byName) {
      this.byName = byName;
    }

    void add(String name, Known content) {
      names.add(name);
      contents.add(content);
    }

    int size() {
      return contents.size();
    }

    /** Ends it: who refers to something in it from now on must be told when that is not there. */
    void complete(ChoiceNode compiled) {
      node = compiled;
    }

    boolean isComplete() {
      return node != null;
    }

    void guard(int slot) {
      node.guard(slot);
    }
  }

  /** An array or sequence: only what is inside may refer to its element. */
  static final class Elements extends Known {
    private Known element;
    private boolean complete;

    void element(Known known) {
      element = known;
    }

    void complete() {
      complete = true;
    }
  }

  /** The fields that a reference may mean, and the choices that decide whether they are there. */
  record Found(List<Node> nodes, List<Options> choices) {}

  private final Map<Scope, Structure> roots = new EnumMap<>(Scope.class);
  private Structure current;

  /** What is known at the beginning of an event, a stream and so on is kept for those that come after it. */
  References copy() {
    References copy = new References();
    copy.roots.putAll(roots);
    return copy;
  }

  void enter(Scope scope) {
    current = new Structure(null);
    roots.put(scope, current);
  }

  /** A structure in the current one; known is what is put into it while it is the current one. */
  Structure structure() {
    return new Structure(current);
  }

  void enter(Structure structure) {
    current = structure;
  }

  void leave() {
    current = current.outer;
  }

  void define(String name, Known known) {
    current.members.put(name, known);
  }

  /** The fields that a reference may mean; none if it leads nowhere. */
  Found find(WireLocation location) {
    if (location instanceof WireLocation.InScope absolute) {
      return descend(roots.get(absolute.scope()), absolute.names());
    } else if (location instanceof WireLocation.Relative relative) {
      Structure from = current;
      for (int i = 0; i < relative.levelsUp() && from != null; i++) {
        from = from.outer;
      }
      return descend(from, relative.names());
    }
    return nearest(location.names());
  }

  private Found nearest(List<String> names) {
    for (Structure structure = current; structure != null; structure = structure.outer) {
      Found found = descend(structure, names);
      if (!found.nodes().isEmpty()) {
        return found;
      }
    }
    Scope[] scopes = Scope.values();
    for (int i = scopes.length - 1; i >= 0; i--) {
      Found found = descend(roots.get(scopes[i]), names);
      if (!found.nodes().isEmpty()) {
        return found;
      }
    }
    return new Found(List.of(), List.of());
  }

  private static Found descend(Structure from, List<String> names) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    if (from != null) {
      descend(from, names, 0, found);
    }
    return found;
  }

  private static void descend(Known at, List<String> names, int index, Found found) {
    if (at instanceof Leaf leaf) {
      if (index == names.size()) {
        found.nodes().add(leaf.node);
      }
    } else if (at instanceof Elements elements) {
      if (!elements.complete && elements.element != null) {
        descend(elements.element, names, index, found);
      }
    } else if (at instanceof Options options) {
      descendInto(options, names, index, found);
    } else if (at instanceof Structure structure && index < names.size()) {
      Known member = structure.members.get(names.get(index));
      if (member != null) {
        descend(member, names, index + 1, found);
      }
    }
  }

  private static void descendInto(Options options, List<String> names, int index, Found found) {
    int before = found.nodes().size();
    if (!options.byName) {
      options.contents.forEach(content -> descend(content, names, index, found));
    } else if (index < names.size()) {
      int chosen = options.names.indexOf(names.get(index));
      if (chosen >= 0) {
        descend(options.contents.get(chosen), names, index + 1, found);
      }
    }
    if (options.isComplete() && found.nodes().size() > before) {
      found.choices().add(options);
    }
  }
}
