package org.genevent.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.abi.Abi;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.plan.FacilityPlan;

/**
 * Writes the files of an LTT trace: blocks with the trace start structure in their headers, event headers with the whole TSC. Source: the trace format reference, sections 2 to 5.
 */
final class LttOutput implements TraceOutput {

  static final int MOST_HEADER_BYTES = 112;

  /** Header of 12 bytes, and padding in front of it and behind it. */
  static final int PER_EVENT_BYTES = 28;

  private static final int MAGIC = 0x00D6B7ED;
  private static final int NO_SIZE = 0xFFFF;
  private static final int IDS = 256;

  /** Stands for the core facility, which is not among those that are planned. */
  private static final int CORE = -1;

  /** The place of the facility that tells of packets. */
  private static final int NOTES = 0;

  private static final Pattern OF_CPU = Pattern.compile("(.+)_([0-9]{1,3})");
  private static final Pattern OF_PROGRAM = Pattern.compile(".*-[0-9]+\\.[0-9]+\\.[0-9]+");

  private final Path folder;
  private final TargetFormat format;
  private final Abi abi;
  private final boolean packed;
  private final int archType;
  private final boolean flightRecorder;
  private final List<FacilityPlan> plans;
  private final List<StreamSizes> sizes;
  private final LttClock clock;
  private final PacketNotes notes;
  private final int[] ids;
  private final Tracefile[] files;

  /**
   * Begins the files.
   *
   * @param folder takes them
   * @param archType the number of the architecture in headers
   * @param flightRecorder whether headers say that buffers were overwritten
   * @param coreChecksum the checksum of the core facility in {@code eventdefs}
   * @param clock the TSC
   * @param notes what tells of packets, as the first of the facilities; null if nothing does
   */
  LttOutput(
      Path folder,
      TargetFormat format,
      Abi abi,
      boolean packed,
      int archType,
      boolean flightRecorder,
      int coreChecksum,
      List<FacilityPlan> plans,
      List<StreamSizes> sizes,
      LttClock clock,
      PacketNotes notes)
      throws IOException {
    this.folder = folder;
    this.format = format;
    this.abi = abi;
    this.packed = packed;
    this.archType = archType;
    this.flightRecorder = flightRecorder;
    this.plans = plans;
    this.sizes = sizes;
    this.clock = clock;
    this.notes = notes;
    ids = ids(plans);
    files = new Tracefile[sizes.size()];
    facilities(coreChecksum);
  }

  /** The kernel's rule: the checksum's last byte, or the next that is free. */
  private static int[] ids(List<FacilityPlan> plans) {
    Set<Integer> taken = new HashSet<>(Set.of(0));
    int[] ids = new int[plans.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = plans.get(i).checksum() & IDS - 1;
      while (!taken.add(ids[i])) {
        ids[i] = ids[i] + 1 & IDS - 1;
      }
    }
    return ids;
  }

  private int word() {
    return packed ? 1 : abi.dataModel().wordBytes();
  }

  /** A file for each processor that a stream names: readers count processors by them. */
  private void facilities(int coreChecksum) throws IOException {
    int processors = 1;
    for (StreamSizes stream : sizes) {
      Matcher ofCpu = OF_CPU.matcher(stream.name);
      if (ofCpu.matches()) {
        processors = Math.max(processors, Integer.parseInt(ofCpu.group(2)) + 1);
      }
    }
    int loads = plans.size() + 1;
    int blockBytes = Math.max(4096, Integer.highestOneBit(loads * 400 + MOST_HEADER_BYTES) * 2);
    for (int i = 0; i < processors; i++) {
      Tracefile file = new Tracefile("control/facilities_" + i, blockBytes);
      if (i == 0) {
        int load = format == TargetFormat.LTT_0_8 ? 4 : 3;
        file.event(
            clock.firstCycles(),
            CORE,
            load,
            load("core", coreChecksum, 0, abi.dataModel(), packed));
        for (int p = 0; p < plans.size(); p++) {
          FacilityPlan plan = plans.get(p);
          byte[] payload = load(
              plan.facility().name(),
              plan.checksum(),
              ids[p],
              plan.abi().dataModel(),
              plan.facility().packed());
          file.event(clock.firstCycles(), CORE, load, payload);
        }
      }
      file.flush();
    }
  }

  /** What announces a facility: the sizes are its own, which may be others than those of the trace. */
  private byte[] load(String name, int checksum, int id, DataModel model, boolean ofPacked) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int numbersAt = (text.length + word()) / word() * word();
    return ByteBuffer.allocate(numbersAt + 7 * Integer.BYTES)
        .order(abi.byteOrder())
        .put(text)
        .position(numbersAt)
        .putInt(checksum)
        .putInt(id)
        .putInt(id == 0 ? Integer.BYTES : model.sizeBytes(CType.INT))
        .putInt(model.sizeBytes(CType.LONG))
        .putInt(model.sizeBytes(CType.POINTER))
        .putInt(model.sizeBytes(CType.SIZE_T))
        .putInt(ofPacked ? 0 : model.wordBytes())
        .array();
  }

  /** A file with the block that is being filled. */
  private final class Tracefile {
    private final ByteBuffer block;
    private final Path file;
    private boolean begun;
    private long last;

    /** The packet that the trace has here; null where it has none that are numbered. */
    private SourcePacket packet;

    private int part;
    private long thread;
    private long discarded;

    Tracefile(String name, int blockBytes) throws IOException {
      block = ByteBuffer.allocate(blockBytes).order(abi.byteOrder());
      file = folder.resolve(name);
      Files.createDirectories(file.getParent());
    }

    void packet(SourcePacket next) throws IOException {
      if (packet != null && packet.sequence() == next.sequence()) {
        packet = packet.joined(next);
        return;
      }
      endPacket();
      packet = next;
      part = 0;
      thread = next.thread();
    }

    /** Tells what was lost, and, if there was no event, that there was a packet; sessions of LTT leave out the empty first one. */
    private void endPacket() throws IOException {
      if (packet != null) {
        long time =
            Math.max(begun ? last : packet.begin().orElse(last), packet.end().orElse(last));
        if (packet.discarded() > discarded) {
          discarded = packet.discarded();
          event(time, NOTES, PacketNotes.DISCARDED_EVENT, notes.discarded(discarded));
        }
        if (part == 0 && packet.sequence() != 0) {
          begin(time);
        }
        last = begun ? time : last;
      }
      if (begun) {
        flush();
      }
    }

    /** So many events were lost since the stream began; its packets are not told. */
    void lost(long cycles, long events) throws IOException {
      if (events > discarded) {
        discarded = events;
        event(Math.max(last, cycles), NOTES, PacketNotes.DISCARDED_EVENT, notes.discarded(events));
      }
    }

    /** The events that follow are of a thread. */
    void thread(long cycles, long id) throws IOException {
      if (id != thread) {
        event(cycles, NOTES, PacketNotes.THREAD_EVENT, notes.thread(id));
        thread = id;
      }
    }

    private void begin(long cycles) {
      long time = packet != null && part == 0 ? packet.begin().orElse(cycles) : cycles;
      header(Math.min(time, cycles));
      if (packet != null) {
        byte[] note = notes.block(packet, thread, part++);
        add(Math.min(time, cycles), ids[NOTES], PacketNotes.BLOCK_EVENT, note);
      }
    }

    private void header(long cycles) {
      last = cycles;
      moment(cycles).putLong(0).putLong(0).putInt(0).putInt(block.capacity());
      block.putInt(MAGIC).putInt(archType).putInt(0);
      block.putInt(abi.byteOrder() == ByteOrder.LITTLE_ENDIAN ? 1234 : 4321);
      block.put((byte) abi.dataModel().wordBytes());
      block.put((byte) 0).put((byte) format.minorVersion());
      block.put((byte) (flightRecorder ? 1 : 0));
      // no heartbeat: the whole TSC is in event headers
      block.put((byte) 0);
      block.put((byte) (packed ? 0 : abi.dataModel().wordBytes()));
      if (format == TargetFormat.LTT_0_8) {
        // compact events, of which there are none
        block.put((byte) 0).put((byte) 0);
      }
      block
          .putInt((int) clock.frequencyScale())
          .putLong(clock.frequency())
          .putLong(clock.startCycles())
          .putLong(0);
      long nanos = clock.startNanos();
      block.putLong(nanos / 1_000_000_000).putLong(nanos % 1_000_000_000 / 1000);
      begun = true;
    }

    private ByteBuffer moment(long cycles) {
      return block.putLong(cycles).putLong(clock.frequency());
    }

    private void align() {
      while (block.position() % word() != 0) {
        block.put((byte) 0);
      }
    }

    void event(long cycles, int facility, int event, byte[] payload) throws IOException {
      if (begun && block.remaining() < PER_EVENT_BYTES + payload.length) {
        flush();
      }
      if (!begun) {
        begin(cycles);
      }
      add(cycles, facility < 0 ? 0 : ids[facility], event, payload);
    }

    private void add(long cycles, int facility, int event, byte[] payload) {
      last = cycles;
      align();
      block.putLong(cycles).put((byte) facility).put((byte) event);
      block.putShort((short) Math.min(NO_SIZE, payload.length));
      align();
      block.put(payload);
    }

    void flush() throws IOException {
      if (!begun) {
        begin(clock.firstCycles());
      }
      block.putLong(16, last).putLong(24, clock.frequency());
      block.putInt(32, block.remaining());
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.write(block.array());
      }
      Arrays.fill(block.array(), (byte) 0);
      block.clear();
      begun = false;
    }
  }

  private Tracefile file(int stream) throws IOException {
    if (files[stream] == null) {
      StreamSizes size = sizes.get(stream);
      files[stream] = new Tracefile(
          size.name, size.blockBytes(MOST_HEADER_BYTES, PER_EVENT_BYTES, sizes.size()));
    }
    return files[stream];
  }

  @Override
  public void packet(int stream, SourcePacket packet) throws IOException {
    file(stream).packet(packet);
  }

  @Override
  public void lost(int stream, OptionalLong cycles, long events) throws IOException {
    file(stream).lost(cycles.orElse(clock.firstCycles()), events);
  }

  @Override
  public void event(
      int stream,
      long cycles,
      OptionalLong thread,
      SourceEvents.Place place,
      byte[] context,
      byte[] payload)
      throws IOException {
    Tracefile file = file(stream);
    if (notes != null && thread.isPresent()) {
      file.thread(cycles, thread.getAsLong());
    }
    file.event(cycles, place.facility(), place.event(), payload);
  }

  @Override
  public void close() throws IOException {
    for (Tracefile file : files) {
      if (file != null) {
        file.endPacket();
      }
    }
  }

  /**
   * The names of the files of streams, in their order: {@code NAME_CPU} or of the form that files of programs have. Streams of
   * CTF get back the folders that have become part of their names.
   */
  static List<String> fileNames(List<String> streams, boolean ofLtt) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String stream : streams) {
      String name = stream.startsWith(".") ? "_" + stream : stream;
      for (String inside : ofLtt ? List.<String>of() : List.of("control", "ltt-usertrace")) {
        name = name.startsWith(inside + ".")
            ? inside + "/" + name.substring(inside.length() + 1)
            : name;
      }
      // what these names mean is settled, whatever was in the streams
      if (name.matches("(control/facilities|compact|flight-compact|eventdefs/.*)_[0-9]+")) {
        name = "converted." + name.replace('/', '.');
      }
      boolean fits = OF_CPU.matcher(name).matches() || OF_PROGRAM.matcher(name).matches();
      String free = fits ? name : name + "_0";
      for (int i = 2; !taken.add(free); i++) {
        free = name + "-" + i + "_0";
      }
      names.add(free);
    }
    return names;
  }
}
