package org.genevent.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
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

  private final MetadataForm form;
  private final MetadataTemplate template;
  private final Path directory;
  private final Map<String, String> traceValues = new HashMap<>();
  private final Map<String, Object> environment = new LinkedHashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final StringBuilder streams = new StringBuilder();
  private final List<String> events = new ArrayList<>();
  private int nextEventId;

  Metadata(MetadataForm form, Path directory, UUID uuid, TraceClock clock) throws IOException {
    this.form = form;
    this.template = MetadataTemplate.load(form.template());
    this.directory = directory;
    traceValues.put("uuid", uuid.toString());
    traceValues.put("uuid_bytes", bytes(uuid));
    traceValues.put("byte_order", form.byteOrder());
    clock.bootId().ifPresent(id -> traceValues.put("clock_uuid", id));
    traceValues.put("clock_offset_s", Long.toString(clock.offsetSeconds()));
    traceValues.put("clock_offset", Long.toString(clock.offsetRestNanos()));
    environment.put("hostname", hostname());
    environment.put("domain", "java");
    environment.put("tracer_name", "genevent");
    environment.put("tracer_major", 0L);
    environment.put("tracer_minor", 1L);
    environment.put("vpid", ProcessHandle.current().pid());
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException | RuntimeException e) {
      return "unknown";
    }
  }

  private static String bytes(UUID uuid) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    List<Integer> numbers = new ArrayList<>();
    for (byte one : bytes.array()) {
      numbers.add(Byte.toUnsignedInt(one));
    }
    return numbers.toString();
  }

  @Override
  public void addChannel(Channel channel) {
    streams
        .append(form.separator())
        .append(template.fill("owned", stream(channel, channel.ownedClass())))
        .append(template.fill("shared", stream(channel, channel.sharedClass())));
  }

  private Map<String, String> stream(Channel channel, int streamClass) {
    return Map.of(
        "channel",
        channel.name(),
        "stream_id",
        Integer.toString(streamClass),
        "byte_order",
        form.byteOrder());
  }

  @Override
  public Optional<String> refusal(TracedFacility facility) {
    if (facility.lttDescription().isEmpty()) {
      return form.knows(facility)
          ? Optional.empty()
          : Optional.of("its tracer does not know how CTF 2 describes its fields; generate it"
              + " again, or let the session write CTF 1.8");
    }
    return Optional.of("its tracer was generated with the layout 'ltt', for which CTF has no words;"
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
    environment.put("genevent_" + kind + "_" + number, value);
  }

  @Override
  public int addEvent(TracedFacility facility, TracedFacility.TracedEvent event, Channel channel) {
    if (nextEventId >= MAX_EVENT_IDS) {
      return -1;
    }
    int id = nextEventId++;
    Map<String, String> values = new HashMap<>();
    values.put("name", form.escaped(facility.name() + ":" + event.name()));
    values.put("id", Integer.toString(id));
    values.put("loglevel", form.level(event.level()));
    String context = form.context(facility);
    if (!context.isEmpty()) {
      values.put("context", context);
    }
    String fields = form.fields(facility, event);
    if (!fields.isEmpty()) {
      values.put("fields", fields);
    }
    for (int streamClass : new int[] {channel.ownedClass(), channel.sharedClass()}) {
      values.put("stream_id", Integer.toString(streamClass));
      events.add(template.fill("event", values));
    }
    return id;
  }

  String text() {
    traceValues.put("environment", form.environment(environment));
    StringBuilder text = new StringBuilder(template.fill("trace", traceValues)).append(streams);
    events.forEach(event -> text.append(form.separator()).append(event));
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
