package org.genevent.cli.output;

/**
 * What a run does to one file.
 *
 * @param status what happens to it
 * @param path the path below the output folder, with {@code /} between its parts
 */
public record FileChange(Status status, String path) {

  /** What happens to a file. */
  public enum Status {
    /** It is new or its text differs. */
    WRITTEN("written"),
    /** It has the same text already. */
    UNCHANGED("unchanged"),
    /** An earlier run made it, this one does not. */
    REMOVED("removed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /**
     * The word in the command's output.
     *
     * @return the name in lower case
     */
    public String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return status.word() + " " + path;
  }
}
