package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(Category category, Expression expression);
}

record Category(String name, Category[] parents) {}

sealed interface Expression {
  record Number(int value) implements Expression {}

  record Sum(Expression left, Expression right) implements Expression {}
}
