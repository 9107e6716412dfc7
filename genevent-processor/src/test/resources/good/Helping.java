package good;

interface Helping<T> {
  void redeclared(T value);

  default T help(T value) {
    redeclared(value);
    return value;
  }
}
