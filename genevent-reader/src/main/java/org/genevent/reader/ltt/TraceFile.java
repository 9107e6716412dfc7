package org.genevent.reader.ltt;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a trace by its name: {@code GROUP_CPU}, where the group has the folders in front, or
 * {@code NAME-TID.PGID.CREATION} of a program with buffers of its own. Source: the trace format reference, section 1.
 *
 * @param path the file
 * @param name its path below the trace, with slashes
 * @param group the part of the name before the CPU; of a program's file, the whole name
 * @param cpu the CPU; 0 for programs
 */
record TraceFile(Path path, String name, String group, int cpu) {

  static final Comparator<TraceFile> ORDER =
      Comparator.comparing(TraceFile::group).thenComparingInt(TraceFile::cpu);

  private static final String FACILITIES = "control/facilities";
  private static final Pattern OF_CPU = Pattern.compile("(.+)_([0-9]{1,6})");
  private static final Pattern OF_PROGRAM = Pattern.compile(".*-[0-9]+\\.[0-9]+\\.[0-9]+");

  /** The file, or empty if its name is not that of a trace file. */
  static Optional<TraceFile> of(Path trace, Path path) {
    String name =
        trace.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    if (OF_PROGRAM.matcher(name).matches()) {
      return Optional.of(new TraceFile(path, name, name, 0));
    }
    Matcher ofCpu = OF_CPU.matcher(name);
    return ofCpu.matches()
        ? Optional.of(new TraceFile(path, name, ofCpu.group(1), Integer.parseInt(ofCpu.group(2))))
        : Optional.empty();
  }

  boolean hasFacilities() {
    return group.equals(FACILITIES);
  }

  boolean isCompact() {
    return group.equals("compact") || group.equals("flight-compact");
  }
}
