package good;

record Point(int x, int y) {}
