package org.genevent.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an LTT trace says about itself: {@code eventdefs/} with the facilities in the grammar of LTT's readers, and {@code
 * control/facilities_0}, which binds them to ids.
 *
 * <p>Files are rewritten as a whole and renamed into place, so that a reader never sees a part of one. Two versions of a
 * facility, from two class loaders, stand one behind the other in one file, as lttctl left them.
 */
final class LttFolder implements TraceDescription {

  static final String EVENTDEFS = "eventdefs";
  static final String CONTROL = "control";
  static final String FACILITIES = "facilities_0";

  private static final String FILE_NAME = "[A-Za-z_][A-Za-z0-9_]*\\.xml";
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,254}";
  private static final int MAX_EVENT_ID = 255;

  /** The attribute of types that says how viewers show values; no other value has a quote or a blank in it. */
  private static final Pattern FORMAT = Pattern.compile(" format=\"[^\"]*\"");

  private final Path directory;
  private final LttTrace trace;
  private final LttFacilities facilities;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private int facilityId;

  LttFolder(Path directory, LttTrace trace) throws IOException {
    this.directory = directory;
    this.trace = trace;
    facilities = new LttFacilities(trace);
    String core = trace.format() == TraceFormat.LTT_0_8 ? "ltt-core-0.8.xml" : "ltt-core-0.7.xml";
    files.put("core.xml", resource(core));
    files.put(LttPacket.FACILITY + ".xml", resource("ltt-genevent.xml"));
    int alignmentBytes = LttLayout.WORD_BYTES;
    facilities.bind(LttPacket.FACILITY, LttPacket.CHECKSUM, alignmentBytes, trace.startNanos());
    ids.put(key(LttPacket.FACILITY, LttPacket.CHECKSUM), LttPacket.FACILITY_ID);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LttFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the runtime's jar has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String key(String name, int checksum) {
    return name + " " + checksum;
  }

  @Override
  public void addChannel(Channel channel) {
    // files of channels say all that there is to know about them
  }

  @Override
  public Optional<String> refusal(TracedFacility facility) {
    if (facility.lttDescription().isEmpty()) {
      return Optional.of("its tracer was not generated with the layout 'ltt'"
          + " (-Agenevent.layout=ltt, or genevent generate --layout ltt)");
    }
    if (!facility.name().matches(NAME)
        || !facility.lttDescription().get().fileName().matches(FILE_NAME)) {
      return Optional.of("its name is no identifier");
    }
    if (facility.events().stream().anyMatch(event -> event.id() < 0 || event.id() > MAX_EVENT_ID)) {
      return Optional.of("LTT has one byte for the id of an event, and one of them is larger");
    }
    if (facilities.isFull()) {
      return Optional.of("LTT has one byte for the id of a facility, and all ids are taken");
    }
    return ids.containsKey(key(facility.name(), facility.checksum()))
        ? Optional.of("the trace has another facility of that name and checksum, and readers of"
            + " LTT cannot tell them apart")
        : Optional.empty();
  }

  @Override
  public void addFacility(TracedFacility facility) {
    TracedFacility.LttDescription description = facility.lttDescription().orElseThrow();
    facilityId = facilities.bind(
        facility.name(), facility.checksum(), description.alignmentBytes(), System.nanoTime());
    ids.put(key(facility.name(), facility.checksum()), facilityId);
    // readers of 0.7 do not agree on whether a format counts into the checksum
    String known = trace.format() == TraceFormat.LTT_0_8
        ? description.text()
        : FORMAT.matcher(description.text()).replaceAll("");
    files.merge(description.fileName(), known, (before, text) -> before + "\n" + text);
  }

  @Override
  public int addEvent(TracedFacility facility, TracedFacility.TracedEvent event, Channel channel) {
    return facilityId << Byte.SIZE | event.id();
  }

  @Override
  public void write() throws IOException {
    writeTo(directory);
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    Path eventdefs = Files.createDirectories(folder.resolve(EVENTDEFS));
    for (Map.Entry<String, String> file : files.entrySet()) {
      byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
      Path path = eventdefs.resolve(file.getKey());
      // a text only ever grows
      if (!Files.exists(path) || Files.size(path) != text.length) {
        replace(path, List.of(text));
      }
    }
    // last, so that whoever reads of a facility finds its description
    Path control = Files.createDirectories(folder.resolve(CONTROL));
    replace(
        control.resolve(FACILITIES),
        facilities.blocks().stream().map(LttBlock::bytes).toList());
  }

  private static void replace(Path path, List<byte[]> parts) throws IOException {
    Path staged = path.resolveSibling("." + path.getFileName() + ".new");
    try (var out = Files.newOutputStream(staged)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    Files.move(staged, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public StreamOutput stream(Path folder, Channel channel, long instance) {
    return new LttStreamFile(
        trace,
        trace.file(folder, channel.name(), instance),
        LttTrace.blockBytes(channel.ring().subBufferBytes()));
  }
}
