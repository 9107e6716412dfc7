package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes flat plans of compiled fields, where all of them begin and end at bytes; what does not is left to the nodes.
 *
 * <p>While it goes over the fields it knows what the position is modulo a power of two, as padding that is known needs no step.
 */
final class FlatCompiler {

  /** Thrown and caught here only: the fields are none of a flat plan. */
  private static final class NotFlat extends Exception {
    private static final long serialVersionUID = 1L;

    NotFlat() {
      super(null, null, false, false);
    }
  }

  /** Elements with more fields than this for each of their bytes are left to the nodes, which count the work. */
  private static final int MAX_FIELDS_PER_BYTE = 8;

  private static final int MAX_DEPTH = 32;

  private final List<Integer> code = new ArrayList<>();
  private final List<FlatPlan.Loop> loops = new ArrayList<>();
  private final List<FlatPlan.Choice> choices = new ArrayList<>();
  private final int depth;
  private int marks;
  private int mark = FlatField.BODY;

  /** Bytes since the mark, and how many of them no step went over yet. */
  private int offset;

  private int pending;

  /** The position is {@code rest} modulo {@code known}. */
  private int known;

  private int rest;
  private int fields;

  private FlatCompiler(int known, int rest, int depth) {
    this.known = known;
    this.rest = rest;
    this.depth = depth;
  }

  /**
   * What a plan was made of: the plan, and the visible members of each structure.
   *
   * @param plan the plan
   * @param scopes the members of each structure that was given, in that order
   */
  record Result(FlatPlan plan, List<List<FlatField>> scopes) {}

  /**
   * Makes a plan.
   *
   * @param structures structures that follow one another
   * @param known a power of two
   * @param rest what the position of the first is modulo that, in bytes
   * @return the plan, or null if there is none
   */
  static Result compile(List<Nodes.StructureNode> structures, int known, int rest) {
    FlatCompiler compiler = new FlatCompiler(known, rest, 0);
    try {
      List<List<FlatField>> scopes = new ArrayList<>();
      for (Nodes.StructureNode structure : structures) {
        scopes.add(compiler.members(structure));
      }
      return new Result(compiler.finish(), scopes);
    } catch (NotFlat e) {
      return null;
    }
  }

  private FlatPlan finish() {
    step(FlatPlan.END, 0, 0);
    int[] steps = code.stream().mapToInt(Integer::intValue).toArray();
    return new FlatPlan(steps, loops, choices, marks);
  }

  private void step(int what, int second, int third) {
    code.add(what);
    code.add(pending);
    code.add(second);
    code.add(third);
    pending = 0;
  }

  /** A step that ends where nobody knows beforehand, but that it is {@code newRest} modulo {@code newKnown}. */
  private void markingStep(int what, int second, int third, int newKnown, int newRest) {
    step(what, second, third);
    mark = marks++;
    offset = 0;
    known = newKnown;
    rest = newRest;
  }

  private void advance(long bytes) throws NotFlat {
    if (bytes > FlatPlan.MAX_LEAD_BYTES || pending + bytes > FlatPlan.MAX_LEAD_BYTES) {
      throw new NotFlat();
    }
    offset += (int) bytes;
    pending += (int) bytes;
    rest = (int) (rest + bytes & known - 1);
  }

  private void align(int alignmentBits) throws NotFlat {
    int alignment = Math.max(1, alignmentBits >>> 3);
    if (alignment > FlatPlan.MAX_LEAD_BYTES) {
      throw new NotFlat();
    } else if (alignment <= known) {
      advance(-rest & alignment - 1);
    } else {
      markingStep(FlatPlan.ALIGN, alignment, 0, alignment, 0);
    }
  }

  private List<FlatField> members(Nodes.StructureNode structure) throws NotFlat {
    if (depth > MAX_DEPTH) {
      throw new NotFlat();
    }
    align(structure.alignmentBits);
    List<FlatField> visible = new ArrayList<>();
    for (int i = 0; i < structure.members.length; i++) {
      FlatField field = field(structure.members[i]);
      if (!structure.hidden[i]) {
        visible.add(field);
      }
    }
    return visible;
  }

  private FlatField field(Node node) throws NotFlat {
    fields++;
    if (node instanceof Numbers.IntegerNode integer) {
      return integer(integer.name, integer, integer, null);
    } else if (node instanceof EnumerationNode enumeration
        && enumeration.container instanceof Numbers.IntegerNode integer) {
      return integer(enumeration.name, integer, enumeration, enumeration);
    } else if (node instanceof Nodes.FloatNode number) {
      return floating(number);
    } else if (node instanceof Texts.StringNode text && text.encoding.unitBytes() == 1) {
      align(8);
      FlatField field =
          here(node.name, FlatField.Kind.STRING, false, false, 10, node, null, List.of());
      markingStep(FlatPlan.STRING, 0, 0, 1, 0);
      return field;
    } else if (node instanceof Texts.FixedTextNode text) {
      return bytes(text, text.length);
    } else if (node instanceof Texts.BlobNode blob) {
      return bytes(blob, blob.length);
    } else if (node instanceof Nodes.StructureNode structure) {
      align(structure.alignmentBits);
      FlatField begin = other(node);
      List<FlatField> members = members(structure);
      return new FlatField(
          begin.name,
          begin.kind,
          false,
          false,
          10,
          begin.mark,
          begin.offsetBytes,
          FlatField.BODY,
          node,
          null,
          members);
    } else if (node instanceof Nodes.ListNode list) {
      return list(list);
    } else if (node instanceof ChoiceNode choice) {
      return choice(choice);
    }
    throw new NotFlat();
  }

  /** Alignments below a byte are right at any byte only if the field's size is whole bytes, which callers know. */
  private static int wholeBytes(int alignmentBits) {
    return Math.max(8, alignmentBits);
  }

  private FlatField here(
      String name,
      FlatField.Kind kind,
      boolean bigEndian,
      boolean signed,
      int radix,
      Node node,
      EnumerationNode enumeration,
      List<FlatField> members) {
    return new FlatField(
        name, kind, bigEndian, signed, radix, mark, offset, marks, node, enumeration, members);
  }

  private FlatField other(Node node) {
    return here(node.name, FlatField.Kind.OTHER, false, false, 10, node, null, List.of());
  }

  private FlatField integer(
      String name, Numbers.IntegerNode integer, Node node, EnumerationNode enumeration)
      throws NotFlat {
    if (integer.clocked
        || integer.roles.length > 0
        || integer.reversed
        || integer.hasSharedSlots()) {
      throw new NotFlat();
    }
    FlatField.Kind kind = switch (integer.sizeBits) {
      case 8 -> FlatField.Kind.INTEGER_8;
      case 16 -> FlatField.Kind.INTEGER_16;
      case 32 -> FlatField.Kind.INTEGER_32;
      case 64 -> FlatField.Kind.INTEGER_64;
      default -> throw new NotFlat();
    };
    align(wholeBytes(integer.alignmentBits));
    int sizeBytes = integer.sizeBits >>> 3;
    FlatField field = here(
        name, kind, integer.bigEndian, integer.signed, integer.radix, node, enumeration, List.of());
    if (integer.slot >= 0) {
      int how = sizeBytes
          | (integer.signed ? FlatPlan.KEEP_SIGNED : 0)
          | (integer.bigEndian ? FlatPlan.KEEP_BIG : 0);
      step(FlatPlan.KEEP, integer.slot, how);
    }
    advance(sizeBytes);
    return field;
  }

  /** A plan for something that begins at any byte that is a multiple of a power of two. */
  private FlatPlan inner(Node node, int alignment) throws NotFlat {
    FlatCompiler compiler = new FlatCompiler(alignment, 0, depth + 1);
    compiler.field(node);
    fields += compiler.fields;
    long leastBytes = node.leastBits() >>> 3;
    if (compiler.fields > MAX_FIELDS_PER_BYTE * Math.max(1, leastBytes)) {
      throw new NotFlat();
    }
    return compiler.finish();
  }

  private FlatField floating(Nodes.FloatNode number) throws NotFlat {
    boolean single = number.exponentBits == 8 && number.mantissaBits == 24;
    if (number.reversed || !single && (number.exponentBits != 11 || number.mantissaBits != 53)) {
      throw new NotFlat();
    }
    align(wholeBytes(number.alignmentBits));
    FlatField.Kind kind = single ? FlatField.Kind.FLOAT : FlatField.Kind.DOUBLE;
    FlatField field = here(number.name, kind, number.bigEndian, true, 10, number, null, List.of());
    advance(number.sizeBits >>> 3);
    return field;
  }

  private FlatField bytes(Node node, Texts.Length length) throws NotFlat {
    align(wholeBytes(node.alignmentBits));
    FlatField field = other(node);
    if (length.slot() == null) {
      advance(length.bytes());
    } else {
      markingStep(FlatPlan.ELEMENTS, slot(length.slot()), 1, 1, 0);
    }
    return field;
  }

  /** A slot that surely holds a value. */
  private static int slot(SlotReference reference) throws NotFlat {
    if (reference.guarded()) {
      throw new NotFlat();
    }
    return reference.slot();
  }

  private FlatField list(Nodes.ListNode list) throws NotFlat {
    align(wholeBytes(list.alignmentBits));
    FlatField field = other(list);
    long leastBytes = list.element.leastBits() >>> 3;
    if (leastBytes < 1 || leastBytes > FlatPlan.MAX_LEAD_BYTES) {
      throw new NotFlat();
    }
    int alignment = Math.max(1, list.alignmentBits >>> 3);
    FlatPlan element = inner(list.element, alignment);
    int lengthSlot = list.length == null ? -1 : slot(list.length);
    if (element.isFixed() && element.fixedBytes() % alignment == 0) {
      int size = element.fixedBytes();
      if (lengthSlot < 0) {
        if (list.fixedLength > FlatPlan.MAX_LEAD_BYTES / size) {
          throw new NotFlat();
        }
        advance(list.fixedLength * size);
      } else {
        int still = Math.min(known, Integer.lowestOneBit(size));
        markingStep(FlatPlan.ELEMENTS, lengthSlot, size, still, rest & still - 1);
      }
    } else {
      loops.add(new FlatPlan.Loop(
          // behind the first element, nothing is known of where one begins
          inner(list.element, 1),
          lengthSlot < 0 ? list.fixedLength : -1,
          (int) leastBytes,
          alignment));
      markingStep(FlatPlan.LOOP, lengthSlot, loops.size() - 1, 1, 0);
    }
    return field;
  }

  private FlatField choice(ChoiceNode choice) throws NotFlat {
    if (choice.isGuarding()) {
      throw new NotFlat();
    }
    FlatField field = other(choice);
    FlatPlan[] options = new FlatPlan[choice.options.length];
    for (int i = 0; i < options.length; i++) {
      options[i] = inner(choice.options[i], 1);
    }
    FlatPlan nothing = new FlatCompiler(1, 0, depth + 1).finish();
    FlatPlan otherwise = switch (choice.otherwise) {
      case ChoiceNode.FAIL -> null;
      case ChoiceNode.ABSENT -> nothing;
      default -> options[choice.otherwise];
    };
    choices.add(
        new FlatPlan.Choice(choice.ranges, choice.optionOfRange, options, nothing, otherwise));
    markingStep(FlatPlan.CHOICE, slot(choice.selector), choices.size() - 1, 1, 0);
    return field;
  }
}
