package org.genevent.emitter.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of parameters and members: the user's own, unless they may mean something else where the header is included.
 *
 * <p>A name gets an underscore behind it if it is one of {@code c-words.txt} (keywords, macros of compilers, of the C
 * library and of the kernel), or if it looks like one that somebody else owns: it begins with a capital (macros), with
 * two underscores (the compiler), ends in {@code _t} (types) or begins like the names of this contract.
 */
final class CNames {

  private static final Set<String> WORDS = words();

  private CNames() {}

  /**
   * Names for siblings, one for each, all different.
   *
   * @param names what the user calls them, all different
   * @return what they are called in C
   */
  static List<String> siblings(List<String> names) {
    Map<String, String> found = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      if (isSafe(name)) {
        found.put(name, name);
        taken.add(name);
      }
    }
    List<String> all = new ArrayList<>(names.size());
    for (String name : names) {
      String free = found.get(name);
      if (free == null) {
        free = name + "_";
        while (!taken.add(free)) {
          free += "_";
        }
      }
      all.add(free);
    }
    return all;
  }

  private static boolean isSafe(String name) {
    String word = name.replaceFirst("^_+", "");
    boolean macro = word.isEmpty() || !Character.isLowerCase(word.charAt(0));
    boolean owned = name.startsWith("__")
        || name.endsWith("_t")
        || word.startsWith("gev_")
        || word.startsWith("genevent_");
    return !macro && !owned && !WORDS.contains(name);
  }

  private static Set<String> words() {
    try (InputStream in = CNames.class.getResourceAsStream("c-words.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names inside one function: parameters first, then locals, which give way. */
  static final class Scope {
    private final Set<String> taken = new HashSet<>();

    Scope(List<String> parameters) {
      taken.addAll(parameters);
    }

    /** A name that nothing else in the function has: the wanted one, or that with a number. */
    String fresh(String wanted) {
      String name = wanted;
      for (int number = 2; WORDS.contains(name) || !taken.add(name); number++) {
        name = wanted + "_" + number;
      }
      return name;
    }
  }
}
