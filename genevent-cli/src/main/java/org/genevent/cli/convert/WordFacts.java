package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.metadata.MetadataFailure;
import org.genevent.reader.metadata.json.JsonMetadata;

/** Attributes of CTF 2 as facts about a trace of CTF 1.8, each as its JSON, and back. */
final class WordFacts {

  private static final String ATTRIBUTE = "#attribute/";

  private WordFacts() {}

  /** Takes down what CTF 1.8 has no words for. */
  static void take(ProducerWords words, Map<String, String> clockNames, PathFacts facts) {
    for (ProducerWords.Attribute attribute : words.attributes()) {
      if (!attribute.namespace().isEmpty()) {
        facts.put(
            PathFacts.Kind.SECOND,
            OwnerPaths.of(attribute.owner(), clockNames) + ATTRIBUTE
                + encoded(attribute.namespace()) + "/" + encoded(attribute.name()),
            FragmentPrinter.json(attribute.value()));
      }
    }
  }

  /** The words with the names that clocks have in the new trace; those with a namespace only if it is one of CTF 2. */
  static ProducerWords kept(ProducerWords words, boolean second, Map<String, String> clockNames) {
    List<ProducerWords.Attribute> kept = new ArrayList<>();
    for (ProducerWords.Attribute attribute : words.attributes()) {
      ProducerWords.Owner owner = attribute.owner() instanceof ProducerWords.OfClock clock
          ? new ProducerWords.OfClock(clockNames.get(clock.name()))
          : attribute.owner();
      if (second || attribute.namespace().isEmpty()) {
        kept.add(new ProducerWords.Attribute(
            owner, attribute.namespace(), attribute.name(), attribute.value()));
      }
    }
    return new ProducerWords(kept, words.callsites(), List.of());
  }

  /** The words of a trace with those among its facts; its clocks have other names than in paths. */
  static ProducerWords restored(
      TraceClass trace, Map<String, ClockClass> clocksByPathName, PathFacts facts) {
    Map<String, String> names = new HashMap<>();
    clocksByPathName.forEach((name, clock) -> names.put(TracePaths.encoded(name), clock.name()));
    Set<ProducerWords.Attribute> all = new LinkedHashSet<>();
    for (ProducerWords.Attribute own : trace.words().attributes()) {
      ProducerWords.Owner owner = own.owner() instanceof ProducerWords.OfClock clock
          ? new ProducerWords.OfClock(clocksByPathName.get(clock.name()).name())
          : own.owner();
      all.add(new ProducerWords.Attribute(owner, own.namespace(), own.name(), own.value()));
    }
    for (String path : facts.seconds()) {
      int at = path.indexOf(ATTRIBUTE);
      String[] parts =
          at < 0 ? new String[0] : path.substring(at + ATTRIBUTE.length()).split("/", -1);
      if (parts.length == 2 && !parts[0].isEmpty()) {
        OwnerPaths.owner(path.substring(0, at), names)
            .flatMap(owner -> attribute(owner, parts, path, facts))
            .ifPresent(all::add);
      }
    }
    return new ProducerWords(List.copyOf(all), trace.words().callsites(), List.of());
  }

  private static Optional<ProducerWords.Attribute> attribute(
      ProducerWords.Owner owner, String[] parts, String path, PathFacts facts) {
    try {
      Object value = JsonMetadata.value(facts.peek(path));
      facts.second(path);
      return Optional.of(
          new ProducerWords.Attribute(owner, decoded(parts[0]), decoded(parts[1]), value));
    } catch (MetadataFailure e) {
      // it stays a fact
      return Optional.empty();
    }
  }

  private static String encoded(String name) {
    return TracePaths.encoded(name).replace("/", "%2F").replace("#", "%23");
  }

  private static String decoded(String name) {
    return name.replace("%23", "#")
        .replace("%2F", "/")
        .replace("%00", "\0")
        .replace("%20", " ")
        .replace("%25", "%");
  }
}
