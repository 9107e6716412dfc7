package org.genevent.fuzz;

/** Something that reads bytes of others. Adding one is adding it here and a class for the fuzzer beside it. */
enum Target {
  /** A trace's metadata, down to the plan by which its packets are decoded. */
  METADATA {
    @Override
    void run(byte[] input) {
      Readings.metadata(input);
    }
  },
  /** Streams of metadata that is right. */
  PACKETS {
    @Override
    void run(byte[] input) {
      Readings.packets(input);
    }
  },
  /** Metadata and a stream, both from the input. */
  TRACE {
    @Override
    void run(byte[] input) {
      Readings.trace(input);
    }
  },
  /** An LTT trace: a facilities file and a stream, with descriptions that are right. */
  LTT {
    @Override
    void run(byte[] input) {
      LttReadings.trace(input);
    }
  },
  /** An expression over the fields of events. */
  EXPRESSION {
    @Override
    void run(byte[] input) {
      Readings.expression(input);
    }
  },
  /** A facility file. */
  FACILITY {
    @Override
    void run(byte[] input) {
      Readings.facility(input);
    }
  };

  /** Reads it; throws whatever is a defect of ours. */
  abstract void run(byte[] input);

  /** The folder of the kept cases, as the fuzzer names it. */
  String folder() {
    return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT)
        + "FuzzInputs/read";
  }
}
