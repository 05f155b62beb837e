package io.carbonflow.learn.forest;

import io.carbonflow.regressor.Trees;
import java.util.ArrayList;
import java.util.List;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/// Turns grown trees into plain arrays that predict the same.
final class PlainTrees {
  private final List<Integer> roots = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int feature, double threshold, int right, double cover) {}

  private PlainTrees() {}

  /// The mean of these trees.
  static Trees mean(List<GrownTree> forest) {
    var plain = new PlainTrees();
    for (GrownTree tree : forest) {
      plain.roots.add(plain.entries.size());
      plain.add(tree.root());
    }
    return new Trees(
        0,
        1.0 / forest.size(),
        plain.roots.stream().mapToInt(Integer::intValue).toArray(),
        plain.entries.stream().mapToInt(Entry::feature).toArray(),
        plain.entries.stream().mapToDouble(Entry::threshold).toArray(),
        plain.entries.stream().mapToInt(Entry::right).toArray(),
        plain.entries.stream().mapToDouble(Entry::cover).toArray());
  }

  private void add(Node node) {
    switch (node) {
      case RegressionNode leaf -> entries.add(new Entry(-1, leaf.output(), 0, leaf.size()));
      case Cut.Branch branch -> {
        int own = entries.size();
        entries.add(null);
        add(branch.trueChild());
        // Smile's `x <= threshold` is `x < next` for the next greater double.
        entries.set(own, new Entry(branch.feature(), Math.nextUp(branch.threshold()),
            entries.size(), branch.size()));
        add(branch.falseChild());
      }
      default -> throw new IllegalStateException("a node of " + node.getClass());
    }
  }
}
