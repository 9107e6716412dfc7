package org.genevent.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The metadata file of a trace: rewritten as a whole and renamed into place, so that a reader never sees a part of it. */
final class Metadata implements TraceDescription {

  static final String FILE_NAME = "metadata";

  private static final int MAX_EVENT_IDS = 65_536;

  private final MetadataTemplate template;
  private final Path directory;
  private final Map<String, String> traceValues = new HashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final StringBuilder streams = new StringBuilder();
  private final List<String> events = new ArrayList<>();
  private int nextEventId;

  Metadata(Path directory, UUID uuid, TraceClock clock) throws IOException {
    this.template = MetadataTemplate.load();
    this.directory = directory;
    traceValues.put("uuid", uuid.toString());
    traceValues.put("byte_order", Bytes.LITTLE ? "le" : "be");
    clock.bootId().ifPresent(id -> traceValues.put("clock_uuid", id));
    traceValues.put("clock_offset_s", Long.toString(clock.offsetSeconds()));
    traceValues.put("clock_offset", Long.toString(clock.offsetRestNanos()));
    environment.put("hostname", quoted(hostname()));
    environment.put("domain", quoted("java"));
    environment.put("tracer_name", quoted("genevent"));
    environment.put("tracer_major", "0");
    environment.put("tracer_minor", "1");
    environment.put("vpid", Long.toString(ProcessHandle.current().pid()));
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException | RuntimeException e) {
      return "unknown";
    }
  }

  /** A string of TSDL; whatever is in it cannot end it. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  @Override
  public void addChannel(Channel channel) {
    streams
        .append('\n')
        .append(template.fill("owned", stream(channel, channel.ownedClass())))
        .append(template.fill("shared", stream(channel, channel.sharedClass())));
  }

  private static Map<String, String> stream(Channel channel, int streamClass) {
    return Map.of("channel", channel.name(), "stream_id", Integer.toString(streamClass));
  }

  @Override
  public Optional<String> refusal(TracedFacility facility) {
    return facility.lttDescription().isEmpty()
        ? Optional.empty()
        : Optional.of("its tracer was generated with the layout 'ltt', for which CTF has no words;"
            + " generate it with the layout 'natural', or let the session write LTT");
  }

  @Override
  public void addFacility(TracedFacility facility) {
    fact(
        "facility",
        facility.name() + " 0x"
            + Integer.toHexString(facility.checksum()).toUpperCase(Locale.ROOT));
    for (String[] attribute : facility.attributes()) {
      fact(attribute[0], attribute[1]);
    }
  }

  private void fact(String kind, String value) {
    int number = counters.merge(kind, 1, Integer::sum) - 1;
    environment.put("genevent_" + kind + "_" + number, quoted(value));
  }

  @Override
  public int addEvent(TracedFacility facility, TracedFacility.TracedEvent event, Channel channel) {
    if (nextEventId >= MAX_EVENT_IDS) {
      return -1;
    }
    int id = nextEventId++;
    Map<String, String> values = new HashMap<>();
    String name = quoted(facility.name() + ":" + event.name());
    values.put("name", name.substring(1, name.length() - 1));
    values.put("id", Integer.toString(id));
    values.put("loglevel", Integer.toString(event.level().ordinal()));
    if (!facility.contextMetadata().isEmpty()) {
      values.put("context", facility.contextMetadata());
    }
    if (!event.payloadMetadata().isEmpty()) {
      values.put("fields", event.payloadMetadata());
    }
    for (int streamClass : new int[] {channel.ownedClass(), channel.sharedClass()}) {
      values.put("stream_id", Integer.toString(streamClass));
      events.add(template.fill("event", values));
    }
    return id;
  }

  String text() {
    StringBuilder facts = new StringBuilder();
    environment.forEach((name, value) ->
        facts.append('\t').append(name).append(" = ").append(value).append(";\n"));
    facts.setLength(facts.length() - 1);
    traceValues.put("environment", facts.toString());
    StringBuilder text = new StringBuilder(template.fill("trace", traceValues)).append(streams);
    events.forEach(event -> text.append('\n').append(event));
    return text.toString();
  }

  @Override
  public void write() throws IOException {
    writeTo(directory);
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    Path staged = folder.resolve("." + FILE_NAME + ".new");
    Files.write(staged, text().getBytes(StandardCharsets.UTF_8));
    Files.move(
        staged,
        folder.resolve(FILE_NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public StreamOutput stream(Path folder, Channel channel, long instance) {
    return new StreamFile(folder.resolve(channel.name() + "_" + instance));
  }
}
