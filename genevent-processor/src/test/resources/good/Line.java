package good;

import org.genevent.annotation.Nullable;

record Line(Point from, Point to, String label, @Nullable Color color, double[] weights) {}
