package org.genevent.cli.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.genevent.abi.Abi;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.StructureLayout;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Prints the layout of a facility as tables, one for each event. */
public final class LayoutText {

  private static final String[] HEAD = {"offset", "size", "align", "padding", "field", "type"};
  private static final int NUMBER_COLUMNS = 4;

  private final StringBuilder out = new StringBuilder();

  private LayoutText() {}

  /**
   * Prints.
   *
   * @param plan the facility on a target
   * @return the tables, each line with its line feed
   */
  public static String print(FacilityPlan plan) {
    LayoutText text = new LayoutText();
    Abi abi = plan.abi();
    String target = abi.dataModel() + ", layout " + plan.metrics().rule().optionName()
        + (plan.metrics().packed() ? ", packed" : "");
    plan.context()
        .ifPresent(context -> text.table(plan.facility().name() + " context", target, context));
    for (EventPlan event : plan.events()) {
      String head =
          plan.facility().name() + "." + event.event().name() + " (id " + event.id() + ")";
      text.table(head, target, event.payload());
    }
    return text.out.toString();
  }

  private void table(String subject, String target, PayloadPlan payload) {
    StructureLayout layout = payload.layout();
    String size = layout.sizeBytes().isPresent()
        ? layout.sizeBytes().getAsInt() + " bytes"
        : "size depends on the values";
    out.append(subject).append(": ").append(target).append(", ").append(size);
    out.append(", alignment ").append(layout.alignment().bytes()).append('\n');
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    rows(layout, "", rows);
    if (rows.size() > 1) {
      align(rows);
    }
    out.append('\n');
  }

  private static void rows(StructureLayout layout, String indent, List<String[]> rows) {
    for (FieldPlacement placement : layout.placements()) {
      rows.add(new String[] {
        number(placement.offset().fixedBytes()),
        number(placement.sizeBytes()),
        Integer.toString(placement.alignment().bytes()),
        number(placement.paddingBytes()),
        indent + placement.field().name(),
        placement.field().fieldClass().accept(new TypeText())
      });
      placement.nested().ifPresent(nested -> rows(nested, indent + "  ", rows));
    }
  }

  private static String number(OptionalInt bytes) {
    return bytes.isPresent() ? Integer.toString(bytes.getAsInt()) : "-";
  }

  private void align(List<String[]> rows) {
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < row.length; i++) {
        String space = " ".repeat(widths[i] - row[i].length());
        line.append(' ').append(i < NUMBER_COLUMNS ? space + row[i] : row[i] + space);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
