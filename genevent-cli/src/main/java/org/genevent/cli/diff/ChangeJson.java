package org.genevent.cli.diff;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractTarget;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints changes as one JSON document.
 *
 * <pre>
 * {"changes":[{"kind":…,"subject":…,"text":…,"breaking":…,
 *   "targets":[{"target":…,"breaking":…,"reason":…}]}],"breaking":N}
 * </pre>
 */
public final class ChangeJson {

  private ChangeJson() {}

  /**
   * Prints.
   *
   * @param changes the changes
   * @param targets whose verdicts count
   * @return the document, with a line feed at its end
   */
  public static String print(List<ContractChange> changes, Set<ContractTarget> targets) {
    StringWriter text = new StringWriter();
    int breaking = 0;
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("changes");
      for (ContractChange change : changes) {
        breaking += change.isBreaking(targets) ? 1 : 0;
        change(json, change, targets);
      }
      json.writeEndArray();
      json.writeNumberProperty("breaking", breaking);
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void change(
      JsonGenerator json, ContractChange change, Set<ContractTarget> targets) {
    json.writeStartObject();
    json.writeStringProperty("kind", change.kind().word());
    json.writeStringProperty("subject", change.subject());
    json.writeStringProperty("text", change.text());
    json.writeBooleanProperty("breaking", change.isBreaking(targets));
    json.writeArrayPropertyStart("targets");
    for (ContractTarget target : targets) {
      ContractChange.Verdict verdict = change.verdict(target);
      json.writeStartObject();
      json.writeStringProperty("target", target.word());
      json.writeBooleanProperty("breaking", verdict.breaking());
      json.writeStringProperty("reason", verdict.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
