package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;
import org.genevent.annotation.Level;

/**
 * A trace that is being written: from {@link Builder#start} until it is closed, or the process ends.
 *
 * <pre>{@code
 * try (Session session = Session.to(Path.of("/tmp/shop")).events("shop:*").start()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Several sessions run at a time; each event goes to every one that takes it. A session that is open when the process
 * exits is closed then. All methods may be called by any thread.
 */
public final class Session implements AutoCloseable {

  /** The smallest sub-buffer. */
  public static final int MIN_SUB_BUFFER_BYTES = 4096;

  /** The largest sub-buffer. */
  public static final int MAX_SUB_BUFFER_BYTES = 1 << 28;

  /** The most sub-buffers of a channel. */
  public static final int MAX_SUB_BUFFERS = 65_536;

  static final String CHANNEL_NAME = "[A-Za-z_][A-Za-z0-9_-]{0,99}";

  private static final int DEFAULT_SUB_BUFFER_BYTES = 128 << 10;
  private static final int DEFAULT_SUB_BUFFERS = 64;
  private static final long STOP_MILLIS = 30_000;
  private static final Path MEMORY_FILE_SYSTEM = Path.of("/dev/shm");

  /** What happens to events when no sub-buffer is free. */
  public enum Mode {
    /** New events are counted as discarded. */
    DISCARD,
    /** The oldest packets are given up: a flight recorder, written when the session ends or by {@link #snapshot}. */
    OVERWRITE;

    /**
     * The mode of a name.
     *
     * @param name the name in any case
     * @return the mode
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Mode named(String name) {
      for (Mode mode : values()) {
        if (mode.name().equalsIgnoreCase(name.trim())) {
          return mode;
        }
      }
      throw new IllegalArgumentException(
          "there is no mode '" + name + "'; modes: discard, overwrite");
    }
  }

  private final Path directory;
  private final UUID uuid = UUID.randomUUID();
  private final Mode mode;
  private final EventFilter filter;
  private final TraceDescription description;
  private final FileChannel ringLock;
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<TracedFacility, int[]> eventIds =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<String, int[]> knownIds = new HashMap<>();
  private final Consumer consumer;
  private final Thread consumerThread;
  private final Thread shutdownHook;
  private volatile String error;
  private volatile int refusedFacilities;
  private boolean closed;

  private Session(Builder builder) throws IOException {
    directory = builder.directory.toAbsolutePath().normalize();
    mode = builder.mode;
    filter = new EventFilter(builder.globs, builder.level);
    prepare(directory);
    Optional<LttTrace> ltt = builder.format.isLtt()
        ? Optional.of(LttTrace.start(builder.format, builder.heartbeat, mode == Mode.OVERWRITE))
        : Optional.empty();
    description = ltt.isPresent()
        ? new LttFolder(directory, ltt.get())
        : new Metadata(
            builder.format == TraceFormat.CTF_2 ? new FragmentForm() : new TsdlForm(),
            directory,
            uuid,
            TraceClock.measure());
    FileChannel lock = null;
    try {
      int number = 0;
      for (Map.Entry<String, int[]> entry : builder.channels.entrySet()) {
        channels.put(entry.getKey(), open(entry.getKey(), number++, entry.getValue()));
      }
      lock = RingList.write(directory, uuid, ltt, List.copyOf(channels.values()));
      channels.values().forEach(description::addChannel);
      description.write();
    } catch (IOException | RuntimeException e) {
      deleteRings();
      if (lock != null) {
        RingList.release(directory, lock);
      }
      Files.deleteIfExists(directory.resolve(RingList.FILE_NAME));
      throw e;
    }
    ringLock = lock;
    consumer = new Consumer(this, List.copyOf(channels.values()));
    consumerThread = new Thread(consumer, "genevent-consumer");
    consumerThread.setDaemon(true);
    shutdownHook = new Thread(this::close, "genevent-shutdown");
  }

  /**
   * Begins the description of a session.
   *
   * @param directory the trace directory: missing, or empty, or left behind by a killed process; the last is recovered
   *     first and then refused, as it holds a trace
   * @return the description, with everything by default
   */
  public static Builder to(Path directory) {
    return new Builder(directory);
  }

  private static void prepare(Path directory) throws IOException {
    if (Files.exists(directory) && Recovery.isNeeded(directory)) {
      Recovery.recover(directory);
    }
    Files.createDirectories(directory);
    try (var entries = Files.list(directory)) {
      Optional<Path> first = entries.findFirst();
      if (first.isPresent()) {
        throw new IOException(
            directory + " is not empty: a trace has a directory of its own; name another one");
      }
    }
  }

  private Channel open(String name, int number, int[] geometry) throws IOException {
    String file = "genevent-" + uuid + "-" + name + RingFile.SUFFIX;
    byte[] id = bytes(uuid);
    RingFile ring = null;
    if (Files.isDirectory(MEMORY_FILE_SYSTEM) && Files.isWritable(MEMORY_FILE_SYSTEM)) {
      try {
        ring = RingFile.create(MEMORY_FILE_SYSTEM.resolve(file), geometry[0], geometry[1]);
      } catch (IOException e) {
        // too small for these buffers: the trace directory's file system does as well, only slower
        ring = null;
      }
    }
    if (ring == null) {
      ring = RingFile.create(directory.resolve("." + file), geometry[0], geometry[1]);
    }
    return new Channel(name, number, id, ring, mode == Mode.OVERWRITE);
  }

  static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  static void checkGeometry(int subBufferBytes, int subBuffers) {
    if (subBufferBytes < MIN_SUB_BUFFER_BYTES
        || subBufferBytes > MAX_SUB_BUFFER_BYTES
        || Integer.bitCount(subBufferBytes) != 1) {
      throw new IllegalArgumentException("a sub-buffer has a power of two bytes from "
          + MIN_SUB_BUFFER_BYTES
          + " to "
          + MAX_SUB_BUFFER_BYTES
          + ": subBufferBytes="
          + subBufferBytes);
    }
    if (subBuffers < 2 || subBuffers > MAX_SUB_BUFFERS) {
      throw new IllegalArgumentException(
          "a channel has from 2 to " + MAX_SUB_BUFFERS + " sub-buffers: subBuffers=" + subBuffers);
    }
  }

  private void begin() {
    consumerThread.start();
    try {
      Runtime.getRuntime().addShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      report("the process is ending; its last events may stay in memory for recovery");
    }
    Registry.start(this);
  }

  /** Takes facilities into the trace; called under the registry's lock. */
  void add(List<TracedFacility> facilities) {
    boolean changed = false;
    for (TracedFacility facility : facilities) {
      changed |= add(facility);
    }
    if (changed) {
      boolean interrupted = Thread.interrupted();
      try {
        description.write();
      } catch (IOException e) {
        report("the metadata cannot be written: " + e.getMessage());
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private boolean add(TracedFacility facility) {
    if (eventIds.containsKey(facility)) {
      return false;
    }
    // the same facility from another class loader is the same in the trace
    String key = facility.name() + " " + facility.checksum() + " " + metadataOf(facility);
    int[] known = knownIds.get(key);
    if (known != null) {
      eventIds.put(facility, known);
      return false;
    }
    int[] ids = new int[facility.events().size()];
    Arrays.fill(ids, -1);
    boolean any = false;
    Optional<String> refusal = description.refusal(facility);
    if (refusal.isPresent()) {
      if (facility.events().stream().anyMatch(event -> takes(facility, event))) {
        refusedFacilities++;
        report("the facility " + facility.name() + " is not traced: " + refusal.get());
      }
      eventIds.put(facility, ids);
      return false;
    }
    for (int i = 0; i < ids.length; i++) {
      TracedFacility.TracedEvent event = facility.events().get(i);
      Channel channel = channelOf(event);
      if (takes(facility, event)) {
        if (!any) {
          description.addFacility(facility);
          any = true;
        }
        ids[i] = description.addEvent(facility, event, channel);
        if (ids[i] < 0) {
          report("a trace has room for no further kinds of events; later ones are not traced");
          break;
        }
      }
    }
    knownIds.put(key, ids);
    eventIds.put(facility, ids);
    return any;
  }

  private boolean takes(TracedFacility facility, TracedFacility.TracedEvent event) {
    return filter.takes(facility.name(), event.name(), event.level());
  }

  private static String metadataOf(TracedFacility facility) {
    StringBuilder text = new StringBuilder(facility.contextMetadata());
    facility.lttDescription().ifPresent(text::append);
    facility.events().forEach(event -> text.append(event));
    return text.toString();
  }

  /** The channel of the name that the event asks for, or the first one. */
  private Channel channelOf(TracedFacility.TracedEvent event) {
    Channel named = channels.get(event.channel());
    return named != null ? named : channels.values().iterator().next();
  }

  /** The route of an event into this session and on, or only on if the session does not take it. */
  Route route(TracedFacility facility, int index, Route next) {
    int[] ids = eventIds.get(facility);
    if (ids == null || ids[index] < 0) {
      return next;
    }
    return new Route(channelOf(facility.events().get(index)), ids[index], next);
  }

  StreamOutput stream(Channel channel, long instance) {
    return description.stream(directory, channel, instance);
  }

  void report(String message) {
    error = message;
    Reports.once(directory + ": " + message);
  }

  /**
   * The trace directory.
   *
   * @return an absolute path
   */
  public Path directory() {
    return directory;
  }

  /**
   * The last thing that went wrong, for example a full disk.
   *
   * @return the message, or empty if nothing did
   */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /**
   * How many events were lost so far for want of a free sub-buffer, or because they fit none.
   *
   * @return events, of all channels
   */
  public long discardedEvents() {
    long sum = 0;
    for (Channel channel : channels.values()) {
      for (OwnedStream stream : channel.streams()) {
        sum += stream.discarded();
      }
      for (SharedStream stream : channel.sharedStreams()) {
        sum += stream.discarded();
      }
    }
    return sum;
  }

  /**
   * How many facilities were refused, since the trace's format has no words for them: each was reported once.
   *
   * @return facilities of which the session would have taken an event
   */
  public int refusedFacilities() {
    return refusedFacilities;
  }

  /**
   * Writes what is in memory now as a trace of its own, while the session goes on; for {@link Mode#OVERWRITE}.
   *
   * @param to the directory of the new trace: missing or empty
   * @throws IOException if it cannot be written, or if the session is closed or not in that mode
   */
  public synchronized void snapshot(Path to) throws IOException {
    if (closed || mode != Mode.OVERWRITE) {
      throw new IOException("a snapshot is taken of a running session in overwrite mode");
    }
    prepare(to);
    synchronized (Registry.class) {
      description.writeTo(to);
    }
    for (Channel channel : channels.values()) {
      new Snapshot(description, channel, to).write();
    }
  }

  /**
   * Ends the session: no event is taken any more, everything in memory goes to the directory. Closing again does nothing.
   *
   * <p>Events that other threads are writing at this moment are in the trace or not; events that were written before are.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Registry.stop(this);
    channels.values().forEach(Channel::close);
    consumer.stop();
    boolean interrupted = Thread.interrupted() | joinConsumer();
    finish();
    if (Thread.currentThread() != shutdownHook) {
      try {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
      } catch (IllegalStateException e) {
        // the process is ending and the hook runs already; it finds the session closed
        closed = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean joinConsumer() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
    while (consumerThread.isAlive() && System.nanoTime() - deadline < 0) {
      try {
        consumerThread.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private void finish() {
    try {
      if (!Files.exists(directory)) {
        throw new NoSuchFileException(directory + " was deleted");
      }
      if (!consumerThread.isAlive() && consumer.isDrained()) {
        Files.deleteIfExists(directory.resolve(RingList.FILE_NAME));
        deleteRings();
      }
    } catch (NoSuchFileException e) {
      report(e.getMessage());
      deleteRings();
    } catch (IOException e) {
      report(e.getMessage());
    }
    try {
      RingList.release(directory, ringLock);
    } catch (IOException e) {
      report("the lock of the trace cannot be given up: " + e.getMessage());
    }
  }

  private void deleteRings() {
    for (Channel channel : channels.values()) {
      try {
        channel.ring().delete();
      } catch (IOException e) {
        report(e.getMessage());
      }
    }
  }

  /** Describes a session; used by one thread. */
  public static final class Builder {

    private final Path directory;
    private final Map<String, int[]> channels = new LinkedHashMap<>();
    private final List<String> globs = new ArrayList<>();
    private Level level = Level.DEBUG;
    private Mode mode = Mode.DISCARD;
    private int subBufferBytes = DEFAULT_SUB_BUFFER_BYTES;
    private int subBuffers = DEFAULT_SUB_BUFFERS;
    private TraceFormat format = TraceFormat.CTF;
    private boolean heartbeat;

    private Builder(Path directory) {
      this.directory = directory;
    }

    /**
     * Says which events are taken.
     *
     * @param patterns globs over {@code facility:event} ({@code *}, {@code ?}), or over the facility alone; a {@code !} in
     *     front takes events out again; later ones win
     * @return this
     */
    public Builder events(String... patterns) {
      for (String pattern : patterns) {
        if (!pattern.isBlank()) {
          globs.add(pattern.trim());
        }
      }
      return this;
    }

    /**
     * Says down to which level events are taken.
     *
     * @param least the least grave level that is taken
     * @return this
     */
    public Builder level(Level least) {
      level = least;
      return this;
    }

    /**
     * Says what happens when no sub-buffer is free.
     *
     * @param newMode the mode; {@link Mode#DISCARD} if not said
     * @return this
     */
    public Builder mode(Mode newMode) {
      mode = newMode;
      return this;
    }

    /**
     * Says what the trace looks like. Facilities whose tracers have the layout of the other formats are not traced; see
     * {@link Session#refusedFacilities}.
     *
     * @param newFormat the format; {@link TraceFormat#CTF} if not said
     * @return this
     */
    public Builder format(TraceFormat newFormat) {
      format = newFormat;
      return this;
    }

    /**
     * Says how LTT traces tell the time: events have its low 32 bits, with heartbeats between those that lie far apart,
     * instead of all 64. It makes events 8 bytes smaller, and means nothing to other formats.
     *
     * @param on true for heartbeats; false if not said
     * @return this
     */
    public Builder heartbeat(boolean on) {
      heartbeat = on;
      return this;
    }

    /**
     * Says how large sub-buffers are.
     *
     * @param bytes a power of two from {@value Session#MIN_SUB_BUFFER_BYTES}; an event has to fit into one
     * @return this
     */
    public Builder subBufferBytes(int bytes) {
      subBufferBytes = bytes;
      return this;
    }

    /**
     * Says how many sub-buffers each channel has. Each thread that traces has one open; threads that find none share.
     *
     * @param count 2 or more
     * @return this
     */
    public Builder subBuffers(int count) {
      subBuffers = count;
      return this;
    }

    /**
     * Adds a channel with sub-buffers of its own. Events that ask for a channel which the session does not have go to the
     * first one; without any there is one, named {@code main}.
     *
     * @param name letters, digits, underscores and dashes
     * @param bytes the size of its sub-buffers, a power of two from {@value Session#MIN_SUB_BUFFER_BYTES}
     * @param count how many it has, 2 or more
     * @return this
     */
    public Builder channel(String name, int bytes, int count) {
      channels.put(name, new int[] {bytes, count});
      return this;
    }

    /**
     * Starts the session.
     *
     * @return the running session
     * @throws IOException if the directory or the memory cannot be had; the message is for users
     * @throws IllegalArgumentException if a setting is out of its range
     */
    public Session start() throws IOException {
      if (channels.isEmpty()) {
        channels.put("main", new int[] {subBufferBytes, subBuffers});
      }
      channels.forEach((name, geometry) -> {
        checkGeometry(geometry[0], geometry[1]);
        if (!name.matches(CHANNEL_NAME)) {
          throw new IllegalArgumentException(
              String.format(Locale.ROOT, "'%s' cannot name a channel", name));
        }
      });
      // an interrupted thread cannot use channels to files; what it was told is told again
      // afterwards
      boolean interrupted = Thread.interrupted();
      try {
        Session session = new Session(this);
        session.begin();
        return session;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
