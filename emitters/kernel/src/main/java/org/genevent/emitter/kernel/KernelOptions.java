package org.genevent.emitter.kernel;

import java.util.List;
import java.util.regex.Pattern;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.EmitterOption;

/**
 * What can be chosen about the files.
 *
 * @param functionPrefix what the names of functions begin with that trace events
 * @param merged whether all facilities share one header
 */
record KernelOptions(String functionPrefix, boolean merged) {

  static final EmitterOption PREFIX = new EmitterOption(
      "kernel.prefix",
      "what functions begin with: PREFIXfacility_event; trace_ gives the original names",
      "genevent_");

  static final EmitterOption MERGED =
      new EmitterOption("kernel.merged", "true for one header with all facilities", "false");

  static final List<EmitterOption> ALL = List.of(PREFIX, MERGED);

  static final KernelOptions DEFAULT = new KernelOptions(PREFIX.defaultValue(), false);

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  static KernelOptions of(EmitRequest request) {
    return new KernelOptions(request.option(PREFIX), isMerged(request));
  }

  private static boolean isMerged(EmitRequest request) {
    return request.option(MERGED).equals("true");
  }

  static boolean isPrefix(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  static boolean isTruth(String text) {
    return text.equals("true") || text.equals("false");
  }
}
