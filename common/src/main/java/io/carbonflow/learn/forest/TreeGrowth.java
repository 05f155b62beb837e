// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;

/// Grows one regression tree of a forest (Breiman et al. 1984) leaf by leaf, the one that gains most first.
///
/// A node looks at some of the columns, and at all thresholds of these.
final class TreeGrowth {
  private static final Comparator<Node> MOST_GAIN =
      Comparator.comparingDouble((Node node) -> node.split().gain()).reversed();

  private final Columns columns;
  private final Limits limits;
  private final double[] labels;
  private final int[] drawn;
  private final int[] index;
  private final int[] buffer;
  private final SplitSearch search;
  private final SplittableRandom random;

  /// How large a tree may become.
  ///
  /// @param depth the most splits on a way from the root, at least 1
  /// @param leaves the most leaves, at least 2
  /// @param leafSamples the least samples of a leaf, at least 1
  /// @param columnsOfNode how many columns a node looks at, at least 1
  record Limits(int depth, int leaves, int leafSamples, int columnsOfNode) {
    Limits {
      if (depth < 1 || leaves < 2 || leafSamples < 1 || columnsOfNode < 1) {
        throw new IllegalArgumentException("no tree can be grown within depth " + depth + ", "
            + leaves + " leaves of " + leafSamples + " samples and " + columnsOfNode + " columns");
      }
    }
  }

  /// @param labels one a row of the columns, finite
  /// @param drawn how often each row was drawn
  /// @param random draws the columns that nodes look at
  TreeGrowth(Columns columns, double[] labels, Limits limits, int[] drawn, SplittableRandom random) {
    this.columns = columns;
    this.limits = limits;
    this.labels = labels;
    this.drawn = drawn;
    this.random = random;
    index = IntStream.range(0, drawn.length).filter(row -> drawn[row] > 0).toArray();
    buffer = new int[index.length];
    search = new SplitSearch(columns, index.length);
  }

  /// Grows the tree.
  Node grow() {
    Node root = root();
    var open = new PriorityQueue<Node>(MOST_GAIN);
    look(root, open);
    for (int leaves = 1; leaves < limits.leaves() && !open.isEmpty(); leaves++) {
      Node node = open.poll();
      node.part(middle(node));
      look(node.left(), open);
      look(node.right(), open);
    }
    open.forEach(Node::close);
    return root;
  }

  private Node root() {
    double sum = 0;
    int samples = 0;
    for (int row : index) {
      sum += labels[row] * drawn[row];
      samples += drawn[row];
    }
    return new Node(0, index.length, 0, samples, sum, IntStream.range(0, columns.width()).toArray());
  }

  /// Looks for a node's best split, and opens the node if there is one.
  private void look(Node node, Queue<Node> open) {
    if (node.depth() == limits.depth() || node.samples() < 2 * (long) limits.leafSamples()
        || isEven(node)) {
      node.close();
      return;
    }
    search.node(node, index, labels, drawn, limits.leafSamples());
    int[] columns = node.splittable();
    int looked = Math.min(limits.columnsOfNode(), columns.length);
    for (int i = 0; i < looked; i++) {
      int draw = random.nextInt(i, columns.length);
      int column = columns[draw];
      columns[draw] = columns[i];
      columns[i] = column;
    }
    search.addUp(columns, looked);
    int kept = 0;
    Split best = null;
    for (int i = 0; i < looked; i++) {
      Split found = search.of(columns[i]);
      if (found != null) {
        columns[kept++] = columns[i];
        best = best == null || found.gain() > best.gain() ? found : best;
      }
    }
    if (best == null) {
      node.close();
    } else {
      // A column that cannot part these samples cannot part some of them.
      int[] rest = Arrays.copyOf(columns, kept + columns.length - looked);
      System.arraycopy(columns, looked, rest, kept, columns.length - looked);
      node.best(best, rest);
      open.add(node);
    }
  }

  /// Whether all labels are the same.
  private boolean isEven(Node node) {
    for (int i = node.lo() + 1; i < node.hi(); i++) {
      if (labels[index[i]] != labels[index[node.lo()]]) {
        return false;
      }
    }
    return true;
  }

  /// Brings the rows of the left side before those of the right one, both in their order, and tells where these begin.
  private int middle(Node node) {
    int column = node.split().column();
    int greatest = node.split().rank();
    int left = node.lo();
    int right = 0;
    for (int i = node.lo(); i < node.hi(); i++) {
      int row = index[i];
      if (columns.rank()[row][column] <= greatest) {
        index[left++] = row;
      } else {
        buffer[right++] = row;
      }
    }
    System.arraycopy(buffer, 0, index, left, right);
    return left;
  }
}
