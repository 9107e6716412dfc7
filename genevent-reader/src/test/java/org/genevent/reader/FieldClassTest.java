package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: the members of a structure, the bytes of a stream with one event, its fields as JSON. */
final class FieldClassTest {

  @TempDir
  Path directory;

  private String read(String order, String members, byte[] bytes) {
    String metadata = "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = "
        + order
        + "; }; event { name = e; fields := struct { "
        + members
        + " }; };";
    return Reading.json(Reading.write(directory, metadata, bytes)).onlyFields();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // integers
        "le | integer { size = 8; } a; | ff | {\"a\":255}",
        "le | integer { size = 8; signed = true; } a; | ff | {\"a\":-1}",
        "le | integer { size = 16; } a; | 0201 | {\"a\":258}",
        "be | integer { size = 16; } a; | 0102 | {\"a\":258}",
        "le | integer { size = 16; byte_order = be; } a; | 0102 | {\"a\":258}",
        "be | integer { size = 32; byte_order = le; } a; | 04030201 | {\"a\":16909060}",
        "le | integer { size = 64; } a; | ffffffffffffffff | {\"a\":18446744073709551615}",
        "le | integer { size = 64; signed = 1; } a; | 0000000000000080 | {\"a\":-9223372036854775808}",
        "le | integer { size = 24; signed = true; } a; | feffff | {\"a\":-2}",
        "be | integer { size = 48; } a; | 010000000000 | {\"a\":1099511627776}",
        // bit fields: the first takes the low bits in little-endian order, the high bits in
        // big-endian order
        "le | integer { size = 3; } a; integer { size = 5; } b; | 2b | {\"a\":3,\"b\":5}",
        "be | integer { size = 3; } a; integer { size = 5; } b; | 65 | {\"a\":3,\"b\":5}",
        "le | integer { size = 4; } a; integer { size = 12; } b; | c1ab | {\"a\":1,\"b\":2748}",
        "be | integer { size = 4; } a; integer { size = 12; } b; | 1abc | {\"a\":1,\"b\":2748}",
        "le | integer { size = 1; } a; integer { size = 1; align = 4; signed = true; } b; integer { size = 3; } c; | 51 | {\"a\":1,\"b\":-1,\"c\":2}",
        // alignment: of the member, of the structure, of the structure's strictest member
        "le | integer { size = 8; } a; integer { size = 16; align = 32; } b; | 01eeeeee0200 | {\"a\":1,\"b\":2}",
        "le | integer { size = 8; } a; struct { integer { size = 8; } x; } align(32) b; | 01eeeeee02 | {\"a\":1,\"b\":{\"x\":2}}",
        "le | integer { size = 8; } a; struct { integer { size = 8; align = 16; } x; } b; | 01ee02 | {\"a\":1,\"b\":{\"x\":2}}",
        // floating point
        "le | floating_point { exp_dig = 8; mant_dig = 24; } f; | 0000c03f | {\"f\":1.5}",
        "be | floating_point { exp_dig = 11; mant_dig = 53; } f; | bff8000000000000 | {\"f\":-1.5}",
        "be | floating_point { exp_dig = 8; mant_dig = 24; } f; | 7fc00000 | {\"f\":\"NaN\"}",
        "be | floating_point { exp_dig = 8; mant_dig = 24; } f; | ff800000 | {\"f\":\"-Infinity\"}",
        "le | floating_point { exp_dig = 5; mant_dig = 11; } f; | 00c1 | {\"f\":-2.5}",
        "le | floating_point { exp_dig = 5; mant_dig = 11; } f; | 0100 | {\"f\":5.9604645E-8}",
        "be | floating_point { exp_dig = 5; mant_dig = 11; } f; | 7c00 | {\"f\":\"Infinity\"}",
        "be | floating_point { exp_dig = 5; mant_dig = 11; } f; | fe00 | {\"f\":\"NaN\"}",
        "be | floating_point { exp_dig = 8; mant_dig = 8; } f; | 3fc0 | {\"f\":1.5}",
        "be | floating_point { exp_dig = 11; mant_dig = 37; } f; | 3ff800000000 | {\"f\":1.5}",
        "be | integer { size = 4; } a; floating_point { exp_dig = 5; mant_dig = 7; align = 1; } f; | 1be0 | {\"a\":1,\"f\":-1.5}",
        // text
        "le | string s; | 414200 | {\"s\":\"AB\"}",
        "le | string { encoding = UTF8; } s; | c3a900 | {\"s\":\"é\"}",
        "le | string s; | 2200 | {\"s\":\"\\\"\"}",
        "le | string s; | ff00 | {\"s\":\"\uFFFD\"}",
        "le | string s; integer { size = 8; align = 32; } a; | 00eeeeee07 | {\"s\":\"\",\"a\":7}",
        "le | integer { size = 8; encoding = UTF8; } s[3]; | 414200 | {\"s\":\"AB\"}",
        // arrays and sequences
        "le | integer { size = 8; } a[3]; | 010203 | {\"a\":[1,2,3]}",
        "le | integer { size = 8; } a[2][3]; | 010203040506 | {\"a\":[[1,2,3],[4,5,6]]}",
        "le | integer { size = 8; } n; integer { size = 8; } a[n]; | 020304 | {\"n\":2,\"a\":[3,4]}",
        "le | integer { size = 8; } __a_length; integer { size = 8; } _a[__a_length]; | 020304 | {\"a\":[3,4]}",
        "le | integer { size = 8; } n; string a[n]; | 0241004200 | {\"n\":2,\"a\":[\"A\",\"B\"]}",
        // an empty sequence aligns as its element does
        "le | integer { size = 8; } n; integer { size = 16; align = 32; } a[n]; integer { size = 8; } z; | 00eeeeee09 | {\"n\":0,\"a\":[],\"z\":9}",
        "le | struct { integer { size = 8; } n; } h; integer { size = 8; } a[h.n]; | 0105 | {\"h\":{\"n\":1},\"a\":[5]}",
        "le | integer { size = 8; } n; integer { size = 8; } a[event.fields.n]; | 0105 | {\"n\":1,\"a\":[5]}",
        // enumerations
        "le | enum : integer { size = 8; } { A, B = 5, C, D = 10 ... 20 } e; | 06 | {\"e\":\"C\"}",
        "le | enum : integer { size = 8; } { A, B = 5, C, D = 10 ... 20 } e; | 0f | {\"e\":\"D\"}",
        "le | enum : integer { size = 8; } { A, B = 5, C, D = 10 ... 20 } e; | 07 | {\"e\":7}",
        "le | enum : integer { size = 8; signed = true; } { N = -3 ... -1, Z = 0 } e; | fe | {\"e\":\"N\"}",
        "le | enum : integer { size = 8; } { W = 0 ... 255, I = 4 } e; | 04 | {\"e\":\"W\"}",
        "le | enum : integer { size = 8; } { \"false\" = 0, \"true\" = 1 } e; | 01 | {\"e\":true}",
        // variants and optional values
        "le | enum : integer { size = 8; } { i, s } t; variant <t> { integer { size = 8; } i; string s; } v; | 0009 | {\"t\":\"i\",\"v\":{\"i\":9}}",
        "le | enum : integer { size = 8; } { i, s } t; variant <t> { integer { size = 8; } i; string s; } v; | 014100 | {\"t\":\"s\",\"v\":{\"s\":\"A\"}}",
        "le | enum : integer { size = 8; } { absent, present } __o_tag; variant <__o_tag> { struct {} absent; string present; } _o; | 00 | {\"o\":null}",
        "le | enum : integer { size = 8; } { absent, present } __o_tag; variant <__o_tag> { struct {} absent; string present; } _o; | 014100 | {\"o\":\"A\"}",
        // references into structures, options and elements, absolute and relative
        "le | integer { size = 8; } n; struct { integer { size = 8; } x; struct { integer { size = 8; } a[n]; } i; } o; | 010203 | {\"n\":1,\"o\":{\"x\":2,\"i\":{\"a\":[3]}}}",
        "le | integer { size = 8; } n; struct { integer { size = 8; } n; integer { size = 8; } a[n]; } o; | 050109 | {\"n\":5,\"o\":{\"n\":1,\"a\":[9]}}",
        "le | integer { size = 8; } n; struct { integer { size = 8; } n; integer { size = 8; } a[event.fields.n]; } o; | 010509 | {\"n\":1,\"o\":{\"n\":5,\"a\":[9]}}",
        "le | struct { integer { size = 8; } n; integer { size = 8; } a[event.fields.e.n]; } e[2]; | 01070108 | {\"e\":[{\"n\":1,\"a\":[7]},{\"n\":1,\"a\":[8]}]}",
        "le | enum : integer { size = 8; } { i, s } t; variant <t> { struct { integer { size = 8; } n; } i; string s; } v; integer { size = 8; } a[v.i.n]; | 000107 | {\"t\":\"i\",\"v\":{\"i\":{\"n\":1}},\"a\":[7]}",
        "le | enum : integer { size = 8; } { p, q } t; struct { variant <t> { integer { size = 8; } p; string q; } v; } s[2]; | 000102 | {\"t\":\"p\",\"s\":[{\"v\":{\"p\":1}},{\"v\":{\"p\":2}}]}",
        "le | enum : integer { size = 8; signed = true; } { n = -2 ... -1, z = 0 } t; variant <t> { integer { size = 8; } n; string z; } v; | ff09 | {\"t\":\"n\",\"v\":{\"n\":9}}",
        "le | enum : integer { size = 3; align = 1; } { p = 1 ... 3, q = 0 } t; integer { size = 5; } b; variant <t> { integer { size = 16; byte_order = be; } p; string q; } v; | 0a0102 | {\"t\":\"p\",\"b\":1,\"v\":{\"p\":258}}",
        // spellings
        "le | integer { size = 0x8; align = 010; signed = FALSE; base = hexadecimal; encoding = none; byte_order = native; } a; | 10 | {\"a\":16}",
        "le | integer { size = 8u; base = oct; } a; integer { size = 0b1000; base = X; } b; | 1011 | {\"a\":16,\"b\":17}",
        "le | enum : integer { size = 8; } { A = 'A', \"b c\" = '\\x42', } e; | 42 | {\"e\":\"b c\"}",
        "le | enum : integer { size = 8; } { \"\\303\\251\\u00e9\" } e; | 00 | {\"e\":\"éé\"}",
        // names of types
        "le | typealias integer { size = 8; } := void *; void * a; const void *b; | 0102 | {\"a\":1,\"b\":2}",
        "le | typealias integer { size = 8; } := long long int; typealias integer { size = 16; } := long; long long int a; long b; | 010200 | {\"a\":1,\"b\":2}",
        "le | typealias integer { size = 8; } := int; enum e { A, B }; enum e x; | 01 | {\"x\":\"B\"}",
        "le | typealias integer { size = 8; } := b; typealias b := c; typedef c d[2]; d x, y[1]; | 01020304 | {\"x\":[1,2],\"y\":[[3,4]]}",
        "le | typealias integer { size = 8; } := t; struct { typealias integer { size = 16; } := t; t a; } s; t b; | 010002 | {\"s\":{\"a\":1},\"b\":2}",
        "le | typealias struct { integer { size = 8; } x; } := struct p; struct p a; | 01 | {\"a\":{\"x\":1}}",
        "le | typealias enum : integer { size = 8; } { A } := e; e x; | 00 | {\"x\":\"A\"}",
        "le | typealias integer { size = 16; } := unsigned short int; unsigned short int a; | 0100 | {\"a\":1}",
        "le | typedef integer { size = 8; } byte, pair[2]; byte a; pair b; | 010203 | {\"a\":1,\"b\":[2,3]}",
        "le | struct point { integer { size = 8; } x; }; struct point p; | 01 | {\"p\":{\"x\":1}}",
        "le | variant kind { integer { size = 8; } i; string s; }; enum : integer { size = 8; } { i, s } t; variant kind <t> v; | 0009 | {\"t\":\"i\",\"v\":{\"i\":9}}",
      })
  void aFieldIsReadAsItsClassSays(String order, String members, String hex, String expected) {
    assertEquals(expected, read(order, members, HexFormat.of().parseHex(hex)));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void everySizeOfIntegerIsReadAtEveryBit(boolean big, boolean signed) {
    Random random = new Random(1);
    for (int size = 1; size <= 64; size++) {
      for (int at = 0; at < 8; at++) {
        integer(big, signed, size, at, random);
      }
    }
  }

  private void integer(boolean big, boolean signed, int size, int at, Random random) {
    long value = random.nextLong();
    BitWriter writer = new BitWriter(big);
    writer.bits(random.nextInt(), at).bits(value, size);
    int rest = (int) (-writer.positionBits() & 7);
    writer.bits(0, rest);
    String pad = at == 0 ? "" : "integer { size = " + at + "; align = 1; } __p; ";
    String end = rest == 0 ? "" : "integer { size = " + rest + "; align = 1; } z; ";
    String members =
        pad + "integer { size = " + size + "; align = 1; signed = " + signed + "; } a; " + end;
    long cut = signed ? value << 64 - size >> 64 - size : value << 64 - size >>> 64 - size;
    String number = signed ? Long.toString(cut) : Long.toUnsignedString(cut);
    String fields = read(big ? "be" : "le", members, writer.toByteArray());
    assertEquals(number, fields.replaceFirst(".*\"a\":(-?\\d+).*", "$1"), members + fields);
  }
}
