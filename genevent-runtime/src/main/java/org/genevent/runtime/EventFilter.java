package org.genevent.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.genevent.annotation.Level;

/**
 * Which events a session takes: globs over {@code facility:event}, later ones over earlier ones, and a level.
 *
 * <p>{@code *} stands for any characters, {@code ?} for one; a glob behind {@code !} takes events out again. Without any
 * glob every event is in; if the first one takes out, it takes out of all.
 */
final class EventFilter {

  private final List<Pattern> patterns = new ArrayList<>();
  private final List<Boolean> includes = new ArrayList<>();
  private final Level level;

  EventFilter(List<String> globs, Level level) {
    this.level = level;
    for (String glob : globs) {
      boolean excludes = glob.startsWith("!");
      patterns.add(pattern(excludes ? glob.substring(1) : glob));
      includes.add(!excludes);
    }
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    return Pattern.compile(glob.contains(":") ? regex.toString() : regex + ":.*");
  }

  boolean takes(String facility, String event, Level eventLevel) {
    if (eventLevel.compareTo(level) > 0) {
      return false;
    }
    boolean in = includes.isEmpty() || !includes.get(0);
    String name = facility + ":" + event;
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matcher(name).matches()) {
        in = includes.get(i);
      }
    }
    return in;
  }
}
