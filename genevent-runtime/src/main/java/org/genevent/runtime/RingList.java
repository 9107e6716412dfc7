package org.genevent.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hidden file of a trace directory that says where the memory of its channels is, for as long as a session runs or has
 * been killed.
 *
 * <p>A line of the trace's uuid, for LTT traces one of the word {@code ltt} and their facts, then a line a channel: number, sub-buffer size in bytes, number of sub-buffers, name, path
 * of the ring file, with tabs between. The session holds a lock on the file, which ends with the process whatever ends it.
 */
final class RingList {

  static final String FILE_NAME = ".genevent-rings";

  private static final long MAX_BYTES = 1 << 20;
  private static final String LTT = "ltt\t";

  private RingList() {}

  /** One channel's memory. */
  record Ring(int channel, int subBufferBytes, int count, String name, Path path) {}

  /** What the file says. */
  record Content(UUID uuid, Optional<LttTrace> ltt, List<Ring> rings) {}

  /** Directories that sessions of this process write: closing any channel on a list would give up the lock on it. */
  private static final Set<Path> LIVING = ConcurrentHashMap.newKeySet();

  /** Forgets that a session of this process writes there. */
  static void release(Path directory, FileChannel lock) throws IOException {
    lock.close();
    LIVING.remove(directory);
  }

  static FileChannel write(
      Path directory, UUID uuid, Optional<LttTrace> ltt, List<Channel> channels)
      throws IOException {
    StringBuilder text = new StringBuilder(uuid.toString()).append('\n');
    ltt.ifPresent(trace -> text.append(LTT).append(trace.line()).append('\n'));
    for (Channel channel : channels) {
      RingFile ring = channel.ring();
      text.append(channel.number()).append('\t').append(ring.subBufferBytes()).append('\t');
      text.append(ring.count()).append('\t').append(channel.name()).append('\t');
      text.append(ring.path().toAbsolutePath()).append('\n');
    }
    Path file = directory.resolve(FILE_NAME);
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException(file + " is locked by another process");
    }
    LIVING.add(directory);
    return lock;
  }

  /** Takes the lock of a session that is gone; throws if it runs. */
  static FileChannel lock(Path directory) throws IOException {
    if (LIVING.contains(directory.toAbsolutePath().normalize())) {
      throw new IOException(directory + ": a session is still writing this trace");
    }
    FileChannel channel = FileChannel.open(directory.resolve(FILE_NAME), StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException(directory + ": a session is still writing this trace");
    }
    return channel;
  }

  static Content read(Path directory) throws IOException {
    Path file = directory.resolve(FILE_NAME);
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is damaged: it is larger than it can be");
    }
    String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
    try {
      UUID uuid = UUID.fromString(lines[0]);
      List<Ring> rings = new ArrayList<>();
      boolean isLtt = lines.length > 1 && lines[1].startsWith(LTT);
      Optional<LttTrace> ltt =
          isLtt ? Optional.of(LttTrace.ofLine(lines[1].substring(LTT.length()))) : Optional.empty();
      for (int i = isLtt ? 2 : 1; i < lines.length; i++) {
        rings.add(ring(lines[i].split("\t", 5)));
      }
      return new Content(uuid, ltt, rings);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is damaged: " + e.getMessage());
    }
  }

  private static Ring ring(String[] words) {
    int channel = Integer.parseInt(words[0]);
    int subBufferBytes = Integer.parseInt(words[1]);
    int count = Integer.parseInt(words[2]);
    Session.checkGeometry(subBufferBytes, count);
    if (!words[3].matches(Session.CHANNEL_NAME)) {
      throw new IllegalArgumentException("channel " + words[3]);
    }
    return new Ring(channel, subBufferBytes, count, words[3], Path.of(words[4]));
  }
}
