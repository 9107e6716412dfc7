package org.genevent.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genevent.abi.CType;
import org.genevent.model.DisplayBase;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;

/** The elements for integers as large as a type of C. */
enum IntegerElement {
  CHAR("char", CType.CHAR, true),
  UCHAR("uchar", CType.CHAR, false),
  SHORT("short", CType.SHORT, true),
  USHORT("ushort", CType.SHORT, false),
  INT("int", CType.INT, true),
  UINT("uint", CType.INT, false),
  LONG("long", CType.LONG, true),
  ULONG("ulong", CType.LONG, false),
  SIZE_T("size_t", CType.SIZE_T, false),
  SSIZE_T("ssize_t", CType.SSIZE_T, true),
  OFF_T("off_t", CType.OFF_T, true),
  POINTER("pointer", CType.POINTER, false);

  private static final Map<String, IntegerElement> BY_WORD = new LinkedHashMap<>();

  static {
    for (IntegerElement element : values()) {
      BY_WORD.put(element.word, element);
    }
  }

  private final String word;
  private final CType type;
  private final boolean signed;

  IntegerElement(String word, CType type, boolean signed) {
    this.word = word;
    this.type = type;
    this.signed = signed;
  }

  String word() {
    return word;
  }

  CType type() {
    return type;
  }

  boolean signed() {
    return signed;
  }

  /** The element of that name, or null. */
  static IntegerElement named(String word) {
    return BY_WORD.get(word);
  }

  /** The element for an integer whose size is a C type's, or null if C has no such integer. */
  static IntegerElement of(CType type, boolean signed) {
    for (IntegerElement element : values()) {
      if (element.type == type && element.signed == signed) {
        return element;
      }
    }
    return null;
  }

  /** The base of integers that do not say one: addresses are read in hexadecimal. */
  static DisplayBase defaultBase(IntegerSize size) {
    boolean pointer = size instanceof IntegerSize.OfType ofType && ofType.type() == CType.POINTER;
    return pointer ? IntegerFieldClass.ofType(CType.POINTER, false).base() : DisplayBase.DECIMAL;
  }
}
