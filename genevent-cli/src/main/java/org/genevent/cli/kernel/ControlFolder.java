package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module's folder in debugfs. */
public final class ControlFolder implements KernelControl {

  /** Where it is when debugfs has its usual place. */
  public static final String USUAL = "/sys/kernel/debug/genevent";

  /** The version of {@code docs/kernel-control.md} that this is written against. */
  private static final int ABI = 1;

  /** What an answer begins with when the module refused the command. */
  private static final String REASON = "error: ";

  private static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final Pattern VERSION = Pattern.compile("genevent \\S+ abi=(\\d+)\\b.*");

  private final Path root;

  private ControlFolder(Path root) {
    this.root = root;
  }

  /**
   * Finds the module.
   *
   * @param root its folder
   * @return the module
   * @throws IOException if it is not loaded, of another version, or not for this user; the message says what to do
   */
  public static ControlFolder open(Path root) throws IOException {
    try {
      Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      check(Files.readString(root.resolve("version")).strip());
    } catch (AccessDeniedException e) {
      throw new IOException(
          root + ": no permission; tracing the kernel is for root, so call it with sudo");
    } catch (NoSuchFileException e) {
      throw new IOException(missing(root));
    }
    return new ControlFolder(root);
  }

  private static String missing(Path root) {
    Path debugfs = root.toAbsolutePath().getParent();
    if (root.toString().equals(USUAL) && isEmpty(debugfs)) {
      return debugfs
          + ": debugfs is not mounted; as root: mount -t debugfs none "
          + debugfs
          + ", then modprobe genevent";
    }
    return root + ": the module is not loaded; as root: modprobe genevent (or insmod genevent.ko)";
  }

  private static boolean isEmpty(Path folder) {
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return true;
    }
  }

  private static void check(String version) throws IOException {
    Matcher known = VERSION.matcher(version);
    if (!known.matches()) {
      throw new IOException(
          "this is not the folder of the module: its version reads '" + version + "'");
    }
    if (!known.group(1).equals(String.valueOf(ABI))) {
      throw new IOException("the loaded module speaks abi=" + known.group(1) + ", this command abi="
          + ABI + "; use the command and the module of one release");
    }
  }

  @Override
  public List<String> send(List<String> words) throws IOException {
    for (String word : words) {
      if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
        throw new IOException(
            "'" + word + "': a name for the module has no blanks and is not empty");
      }
    }
    byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel control = FileChannel.open(
        root.resolve("control"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try {
        // one write is one command
        control.write(ByteBuffer.wrap(line));
      } catch (IOException e) {
        throw new IOException(reason(control, e));
      }
      return answer(control);
    }
  }

  /** The module's own words, as it answers the command; what the system says if there are none. */
  private static String reason(FileChannel control, IOException failure) {
    try {
      for (String line : answer(control)) {
        if (line.startsWith(REASON)) {
          return line.substring(REASON.length());
        }
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure.getMessage();
  }

  private static List<String> answer(FileChannel control) throws IOException {
    ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER_BYTES);
    while (answer.hasRemaining() && control.read(answer, answer.position()) > 0) {
      // an answer comes in pages
    }
    String text = new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  @Override
  public Path trace(String trace) {
    return root.resolve("traces").resolve(trace);
  }
}
