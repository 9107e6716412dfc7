package org.genevent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.genevent.abi.CType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bases as printf formats, and back. */
class PrintfBaseTest {

  private static IntegerFieldClass integer(int sizeBytes, boolean signed, DisplayBase base) {
    return new IntegerFieldClass(new IntegerSize.Fixed(sizeBytes), signed, false, base);
  }

  @ParameterizedTest
  @CsvSource({
    "1, HEXADECIMAL, 0x%hhx",
    "2, HEXADECIMAL, 0x%hx",
    "4, HEXADECIMAL, 0x%x",
    "8, HEXADECIMAL, 0x%llx",
    "1, OCTAL, 0%hho",
    "8, OCTAL, 0%llo"
  })
  void aBaseHasTheFormatOfItsSizeAndIsReadBackFromIt(
      int sizeBytes, DisplayBase base, String format) {
    for (boolean signed : new boolean[] {false, true}) {
      IntegerFieldClass shown = integer(sizeBytes, signed, base);
      assertEquals(Optional.of(format), PrintfBase.format(shown));
      assertEquals(Optional.of(base), PrintfBase.of(format));
      assertTrue(PrintfBase.saysOnly(format, shown), format);
    }
  }

  @Test
  void whatIsShownSoAnywayOrCannotBeShownSoHasNoFormat() {
    assertEquals(Optional.empty(), PrintfBase.format(integer(4, true, DisplayBase.DECIMAL)));
    assertEquals(Optional.empty(), PrintfBase.format(integer(4, false, DisplayBase.BINARY)));
    IntegerFieldClass pointer = IntegerFieldClass.ofType(CType.POINTER, false);
    assertEquals(Optional.empty(), PrintfBase.format(pointer));
    assertEquals(
        Optional.of("%llu"),
        PrintfBase.format(
            new IntegerFieldClass(pointer.size(), false, false, DisplayBase.DECIMAL)));
  }

  @ParameterizedTest
  @CsvSource({
    "%d, DECIMAL",
    "fd %5i, DECIMAL",
    "%lu, DECIMAL",
    "%o, OCTAL",
    "%#x, HEXADECIMAL",
    "100%% of %08lX, HEXADECIMAL",
    "%p, HEXADECIMAL"
  })
  void theConversionTellsTheBase(String format, DisplayBase base) {
    assertEquals(Optional.of(base), PrintfBase.of(format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%s", "%c", "%f", "%x %x", "%", "%%x", "%5", "%-"})
  void whatIsNoFormatOfOneIntegerTellsNone(String format) {
    assertEquals(Optional.empty(), PrintfBase.of(format));
    assertFalse(PrintfBase.saysOnly(format, integer(4, true, DisplayBase.DECIMAL)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x%x", "0X%X", "%#x", "0x%lx", "0%o", "%#llo", "%u"})
  void plainFormatsSayNothingElse(String format) {
    assertTrue(PrintfBase.saysOnly(format, integer(4, false, DisplayBase.DECIMAL)), format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%x", "0x%#x", "0x%08x", "%08u", "<%u>", "0x%hx", "0%x", "0x%o", "%d", "0x0%x"})
  void otherFormatsSayMore(String format) {
    assertFalse(PrintfBase.saysOnly(format, integer(4, false, DisplayBase.DECIMAL)), format);
  }

  @Test
  void longTextsAreLookedAtInNoTime() {
    assertEquals(Optional.empty(), PrintfBase.of("%%".repeat(500_000)));
    assertFalse(PrintfBase.saysOnly("0".repeat(1_000_000), integer(4, true, DisplayBase.DECIMAL)));
  }
}
