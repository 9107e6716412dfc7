package org.genevent.cli.convert;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.model.trace.ProducerWords;

/** The paths among the facts of a trace of what attributes belong to. */
final class OwnerPaths {

  private static final Pattern FORM =
      Pattern.compile("trace|clock/(.+)|stream/([0-9]{1,20})(?:/event/([0-9]{1,20}))?");

  private OwnerPaths() {}

  /**
   * The path of something.
   *
   * @param clockNames the names that clocks have in the new trace, by their own
   */
  static String of(ProducerWords.Owner owner, Map<String, String> clockNames) {
    if (owner instanceof ProducerWords.OfClock clock) {
      return "clock/" + TracePaths.encoded(clockNames.get(clock.name()));
    } else if (owner instanceof ProducerWords.OfStream stream) {
      return "stream/" + Long.toUnsignedString(stream.id());
    } else if (owner instanceof ProducerWords.OfEvent event) {
      return "stream/" + Long.toUnsignedString(event.streamId()) + "/event/"
          + Long.toUnsignedString(event.id());
    }
    return "trace";
  }

  /**
   * What a path leads to.
   *
   * @param clockNames the names that clocks have in the new trace, by those in paths
   */
  static Optional<ProducerWords.Owner> owner(String path, Map<String, String> clockNames) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      return Optional.empty();
    } else if (form.group(1) != null) {
      return Optional.ofNullable(clockNames.get(form.group(1))).map(ProducerWords.OfClock::new);
    } else if (form.group(2) == null) {
      return Optional.of(new ProducerWords.OfTrace());
    }
    try {
      long stream = Long.parseUnsignedLong(form.group(2));
      return Optional.of(
          form.group(3) == null
              ? new ProducerWords.OfStream(stream)
              : new ProducerWords.OfEvent(stream, Long.parseUnsignedLong(form.group(3))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
