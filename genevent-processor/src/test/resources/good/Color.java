package good;

import org.genevent.annotation.Name;

enum Color {
  RED,
  @Name("grn")
  GREEN {
    @Override
    public String toString() {
      return "green";
    }
  },
  BLUE
}
