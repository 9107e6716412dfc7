package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import org.genevent.binding.JavaType;
import org.genevent.layout.Position;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;

/**
 * Prints the calls that put values into a payload.
 *
 * <p>The receiver is an event's writer or a payload buffer: the methods of both have the same names.
 */
final class Puts {

  private final String receiver;
  private final EnumNumbers enums;

  Puts(String receiver, EnumNumbers enums) {
    this.receiver = receiver;
    this.enums = enums;
  }

  String receiver() {
    return receiver;
  }

  /** Zeros of a known number: the fewest stores that make them up. */
  CodeBlock pad(Position at, int sizeBytes, Positions positions) {
    CodeBlock.Builder code = CodeBlock.builder();
    int done = 0;
    while (done < sizeBytes) {
      int storeBytes = Integer.highestOneBit(Math.min(Long.BYTES, sizeBytes - done));
      code.add(
          "$[$N.$L($L, 0);",
          receiver,
          integerMethod(storeBytes, false),
          positions.at(at.plus(done)));
      code.add(done == 0 ? " // padding: $L $L\n$]" : "\n$]", paddingArguments(done, sizeBytes));
      done += storeBytes;
    }
    return code.build();
  }

  private static Object[] paddingArguments(int done, int sizeBytes) {
    return done == 0 ? new Object[] {sizeBytes, sizeBytes == 1 ? "byte" : "bytes"} : new Object[0];
  }

  /** Zeros between two positions. */
  CodeBlock zeros(CodeBlock from, CodeBlock to) {
    return CodeBlock.of("$N.zero($L, $L)", receiver, from, to);
  }

  CodeBlock tag(CodeBlock at, int sizeBytes, int tag) {
    return CodeBlock.of("$N.$L($L, $L)", receiver, integerMethod(sizeBytes, false), at, tag);
  }

  CodeBlock length(CodeBlock at, int sizeBytes, IntegerFieldClass length, CodeBlock count) {
    return CodeBlock.of(
        "$N.$L($L, $L)", receiver, integerMethod(sizeBytes, length.network()), at, count);
  }

  CodeBlock string(CodeBlock at, Value text) {
    return CodeBlock.of("$N.putString($L, $L)", receiver, at, text.code());
  }

  /** The call that puts an integer, a float, a boolean or an enumeration. */
  CodeBlock scalar(CodeBlock at, int sizeBytes, FieldClass scalar, Value value) {
    return CodeBlock.of(
        "$N.$L($L, $L)",
        receiver,
        scalarMethod(sizeBytes, scalar),
        at,
        operand(sizeBytes, scalar, value));
  }

  private static String scalarMethod(int sizeBytes, FieldClass scalar) {
    if (scalar instanceof FloatFieldClass) {
      return sizeBytes == Float.BYTES ? "putFloat" : "putDouble";
    }
    boolean network = scalar instanceof IntegerFieldClass integer && integer.network();
    return integerMethod(sizeBytes, network);
  }

  private static String integerMethod(int sizeBytes, boolean network) {
    String method = switch (sizeBytes) {
      case Byte.BYTES -> "putByte";
      case Short.BYTES -> "putShort";
      case Integer.BYTES -> "putInt";
      default -> "putLong";
    };
    return network && sizeBytes > Byte.BYTES ? method + "Network" : method;
  }

  private CodeBlock operand(int sizeBytes, FieldClass scalar, Value value) {
    if (value.type() instanceof JavaType.EnumConstant constant) {
      return value.isMissing()
          ? CodeBlock.of("$L", EnumNumbers.NULL_NUMBER)
          : enums.number(value.code(), constant);
    } else if (value.isMissing()) {
      return CodeBlock.of("0");
    }
    String keyword = ((JavaType.Primitive) value.type()).keyword();
    if (keyword.equals("boolean")) {
      return CodeBlock.of("$L ? 1 : 0", value.operand());
    } else if (scalar instanceof FloatFieldClass) {
      boolean narrows = keyword.equals("double") && sizeBytes == Float.BYTES;
      return narrows ? CodeBlock.of("(float) $L", value.operand()) : value.code();
    }
    return integer(keyword, sizeBytes, (IntegerFieldClass) scalar, value);
  }

  /** An integer in the type that the put takes: {@code long} for 8 bytes, else {@code int}. */
  private static CodeBlock integer(
      String keyword, int sizeBytes, IntegerFieldClass scalar, Value value) {
    int javaBytes = bytesOf(keyword);
    if (javaBytes > Integer.BYTES && sizeBytes <= Integer.BYTES) {
      return CodeBlock.of("(int) $L", value.operand());
    }
    boolean extends0 = javaBytes < sizeBytes && !scalar.signed() && !keyword.equals("char");
    if (!extends0) {
      return value.code();
    }
    String suffix = sizeBytes == Long.BYTES ? "L" : "";
    return CodeBlock.of("$L & 0x$L$L", value.operand(), "FF".repeat(javaBytes), suffix);
  }

  private static int bytesOf(String keyword) {
    return switch (keyword) {
      case "byte", "boolean" -> Byte.BYTES;
      case "short", "char" -> Short.BYTES;
      case "int", "float" -> Integer.BYTES;
      default -> Long.BYTES;
    };
  }

  /** The method that puts a whole Java array, or empty if each element needs a conversion. */
  static String bulkMethod(int elementSizeBytes, FieldClass scalar, JavaType element) {
    if (!(element instanceof JavaType.Primitive primitive)
        || bytesOf(primitive.keyword()) != elementSizeBytes) {
      return "";
    }
    boolean network = scalar instanceof IntegerFieldClass integer && integer.network();
    if (network && elementSizeBytes > Byte.BYTES) {
      return "";
    }
    String keyword = primitive.keyword();
    return "put" + Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1) + "s";
  }
}
