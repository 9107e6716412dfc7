package org.genevent.reader.decode;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** Says what is wrong with one stream file. */
final class StreamFindings {

  private final Path path;
  private final Consumer<Diagnostic> report;

  StreamFindings(Path path, Consumer<Diagnostic> report) {
    this.path = path;
    this.report = report;
  }

  /**
   * Says that something makes no sense.
   *
   * @param message what
   * @param atByte where in the file
   * @param packet the packet
   * @param field which field of the metadata it is, as {@link DamagedField} says it
   */
  void damaged(String message, long atByte, PacketReader packet, String field) {
    report.accept(
        at(
                DiagnosticCode.TRACE_DAMAGED,
                message + " (at byte " + atByte + ", in the packet at byte " + packet.beginByte
                    + ")" + field)
            .withRule(
                "what is left of the packet is passed over; reading goes on where the next one begins"));
  }

  /**
   * Says that an event is earlier than what lies in front of it.
   *
   * @param nanos by how much
   * @param atByte where in the file
   * @param packet the packet
   */
  void late(long nanos, long atByte, PacketReader packet) {
    report.accept(
        at(
                DiagnosticCode.TRACE_ORDER,
                "an event is " + nanos
                    + " ns earlier than what lies in front of it (at byte " + atByte
                    + ", in the packet at byte " + packet.beginByte + ")")
            .withRule(
                "in a stream, time never goes back; events are read in the order in which they lie there"));
  }

  /** Says that the file cannot be read. */
  void unreadable(Throwable cause) {
    report.accept(at(DiagnosticCode.TRACE_UNREADABLE, "cannot be read: " + cause.getMessage()));
  }

  private Diagnostic at(DiagnosticCode code, String message) {
    return Diagnostic.of(code, new Place.InFile(path.toString(), 0, 0), message);
  }
}
