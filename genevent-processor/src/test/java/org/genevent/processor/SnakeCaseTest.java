package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

  @ParameterizedTest
  @CsvSource({
    "orderAccepted, order_accepted",
    "order, order",
    "Order, order",
    "HTTPRequest, http_request",
    "orderID, order_id",
    "getURLs, get_ur_ls",
    "sha256Sum, sha256_sum",
    "ipV4, ip_v4",
    "x, x",
    "X, x",
    "aB, a_b",
    "already_snake, already_snake",
    "MAX_VALUE, max_value",
    "_leading, _leading",
    "größeÜber, größe_über",
    "TITLE, title"
  })
  void wordsAreToldApartByTheirCapitals(String java, String snake) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(snake, SnakeCase.of(java));
    } finally {
      Locale.setDefault(before);
    }
  }
}
