package org.genevent.reader.ltt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Makes nodes of declared fields. Source: the layout reference, sections 2 and 3.
 *
 * <p>An item of size s is aligned to min(a, s), where a is the alignment that the facility's load event gives; strings and
 * sequences end padded to it.
 */
final class PayloadCompiler implements FieldClassVisitor<PayloadNode> {

  /** Types that refer to earlier types many times, and these again, unfold; no honest facility comes near this. */
  private static final int MAX_NODES = 100_000;

  private final TypeSizes sizes;
  private final PayloadRule rule;
  private int alignmentBytes;
  private boolean rulesMatter;
  private int nodes;
  private String name = "";
  private Optional<String> format = Optional.empty();

  PayloadCompiler(TypeSizes sizes, PayloadRule rule) {
    this.sizes = sizes;
    this.rule = rule;
    this.alignmentBytes = sizes.alignmentBytes();
  }

  /** Whether fields that were compiled are other nodes by another rule. */
  boolean rulesMatter() {
    return rulesMatter;
  }

  List<PayloadNode> compile(List<Field> fields) {
    List<PayloadNode> compiled = new ArrayList<>();
    for (Field field : fields) {
      compiled.add(node(field.name(), field.fieldClass(), field.format()));
    }
    return compiled;
  }

  private PayloadNode node(String nodeName, FieldClass fieldClass, Optional<String> nodeFormat) {
    if (++nodes > MAX_NODES) {
      throw new LttFailure("its types unfold to more than " + MAX_NODES + " fields");
    }
    String nameBefore = name;
    final Optional<String> formatBefore = format;
    name = nodeName;
    format = nodeFormat;
    PayloadNode node = fieldClass.resolved().accept(this);
    node.declaredAs(fieldClass, nodeFormat);
    name = nameBefore;
    format = formatBefore;
    return node;
  }

  /** An element, for which the format of its list counts. */
  private PayloadNode element(FieldClass fieldClass) {
    return node("", fieldClass, format);
  }

  private int align(int sizeBytes) {
    return alignmentBytes == 0 ? 1 : Math.min(alignmentBytes, sizeBytes);
  }

  private int wordBytes() {
    return Math.max(1, Math.min(alignmentBytes, sizes.pointerBytes()));
  }

  @Override
  public PayloadNode visitInteger(IntegerFieldClass fieldClass) {
    int bytes = sizes.bytes(fieldClass);
    return new ScalarNodes.IntegerNode(
        name,
        align(bytes),
        bytes,
        fieldClass.signed(),
        fieldClass.network(),
        fieldClass.base().radix());
  }

  @Override
  public PayloadNode visitFloat(FloatFieldClass fieldClass) {
    int bytes = fieldClass.sizeBytes();
    return new ScalarNodes.FloatNode(name, align(bytes), bytes);
  }

  @Override
  public PayloadNode visitBoolean(BooleanFieldClass fieldClass) {
    return new ScalarNodes.BooleanNode(name);
  }

  @Override
  public PayloadNode visitEnumeration(EnumerationFieldClass fieldClass) {
    int bytes = sizes.intBytes();
    return new ScalarNodes.EnumerationNode(name, align(bytes), bytes, fieldClass.labels());
  }

  @Override
  public PayloadNode visitString(StringFieldClass fieldClass) {
    return new CompoundNodes.StringNode(name, wordBytes());
  }

  @Override
  public PayloadNode visitArray(ArrayFieldClass fieldClass) {
    return new CompoundNodes.ArrayNode(name, element(fieldClass.element()), fieldClass.length());
  }

  @Override
  public PayloadNode visitSequence(SequenceFieldClass fieldClass) {
    PayloadNode length = node("", fieldClass.length(), Optional.empty());
    if (!(length instanceof ScalarNodes.IntegerNode number)) {
      throw new LttFailure("the length of a sequence is no integer");
    }
    return new CompoundNodes.SequenceNode(name, number, element(fieldClass.element()), wordBytes());
  }

  @Override
  public PayloadNode visitStructure(StructureFieldClass fieldClass) {
    rulesMatter = true;
    if (rule == PayloadRule.COMPILED) {
      List<PayloadNode> members = asInC(fieldClass.members());
      int own = strictest(members);
      PayloadNode compiled =
          new CompoundNodes.StructureNode(name, alignmentBytes == 0 ? 1 : own, members, own);
      if (compiled.fixedBytes() != PayloadNode.VARIABLE) {
        return compiled;
      }
    }
    List<PayloadNode> members = compile(fieldClass.members());
    return new CompoundNodes.StructureNode(name, strictest(members), members, 1);
  }

  @Override
  public PayloadNode visitUnion(UnionFieldClass fieldClass) {
    rulesMatter = true;
    List<PayloadNode> members =
        rule == PayloadRule.COMPILED ? asInC(fieldClass.members()) : compile(fieldClass.members());
    int own = strictest(members);
    long largest = 0;
    long sum = 0;
    for (PayloadNode member : members) {
      long bytes = member.fixedBytes();
      if (bytes == PayloadNode.VARIABLE) {
        throw new LttFailure("a member of a union has a size that depends on the event");
      }
      largest = Math.max(largest, bytes);
      sum = PayloadNode.plus(sum, bytes);
    }
    long size = rule == PayloadRule.SUMMED ? sum : largest + (-largest & own - 1);
    return new CompoundNodes.UnionNode(name, alignmentBytes == 0 ? 1 : own, members, size);
  }

  /** Members that are aligned whether the facility is packed or not. */
  private List<PayloadNode> asInC(List<Field> members) {
    int before = alignmentBytes;
    if (alignmentBytes == 0) {
      alignmentBytes = sizes.pointerBytes();
    }
    List<PayloadNode> compiled = compile(members);
    alignmentBytes = before;
    return compiled;
  }

  private static int strictest(List<PayloadNode> members) {
    int strictest = 1;
    for (PayloadNode member : members) {
      strictest = Math.max(strictest, member.alignmentBytes);
    }
    return strictest;
  }

  @Override
  public PayloadNode visitVariant(VariantFieldClass fieldClass) {
    int tagBytes = sizes.bytes(fieldClass.tag());
    return new CompoundNodes.VariantNode(
        name, align(tagBytes), tagBytes, compile(fieldClass.options()));
  }

  @Override
  public PayloadNode visitOptional(OptionalFieldClass fieldClass) {
    return new CompoundNodes.OptionalNode(name, node(name, fieldClass.element(), Optional.empty()));
  }

  @Override
  public PayloadNode visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.resolved().accept(this);
  }
}
