package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(Pair<String> pair, Pair<Integer>[] pairs, Choice<String> choice);
}

record Pair<T>(T first, T second) {}

sealed interface Choice<T> permits Chosen {}

record Chosen(int value) implements Choice<String> {}
